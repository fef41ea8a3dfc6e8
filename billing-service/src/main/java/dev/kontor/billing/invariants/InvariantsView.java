package dev.kontor.billing.invariants;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a month agrees with itself. */
@Schema(name = "BillingInvariants")
record InvariantsView(@Schema(examples = "2026-11") String month, boolean holds, List<CheckView> invariants) {

    /** One invariant. */
    @Schema(name = "BillingInvariant")
    record CheckView(
            @Schema(examples = "lines-add-up") String name,
            boolean holds,
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
