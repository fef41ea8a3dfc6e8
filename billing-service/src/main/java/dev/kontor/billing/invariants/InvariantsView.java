package dev.kontor.billing.invariants;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a month agrees with itself. */
@Schema(name = "BillingInvariants", description = "What billing promises of a closed month, checked now")
record InvariantsView(
        @Schema(description = "The month that was checked", examples = "2026-11") String month,
        @Schema(description = "Whether all of them hold") boolean holds,
        @Schema(description = "Each of them") List<CheckView> invariants) {

    /** One invariant. */
    @Schema(name = "BillingInvariant", description = "One promise")
    record CheckView(
            @Schema(description = "What it is about", examples = "lines-add-up") String name,
            @Schema(description = "Whether it holds") boolean holds,
            @Schema(description = "Up to 100 places where it is violated") List<String> broken) {}

    static InvariantsView of(YearMonth month, Map<Invariant, List<String>> broken) {
        return new InvariantsView(
                month.toString(),
                broken.values().stream().allMatch(List::isEmpty),
                broken.entrySet().stream()
                        .map(its -> new CheckView(
                                its.getKey().text(), its.getValue().isEmpty(), its.getValue()))
                        .toList());
    }
}
