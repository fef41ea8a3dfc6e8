package dev.kontor.billing.intake;

import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a call; {@code received} is always the sum of the other five. */
@Schema(name = "UsageReceipt", description = "The outcome of a report; the counts add up to received")
record UsageReceipt(
        @Schema(description = "Number of items in the request") int received,
        @Schema(description = "Number of items that are counted now") int stored,
        @Schema(description = "Number of items that were stored before") int duplicate,
        @Schema(description = "Number of items whose eventId was used for something else") int conflict,
        @Schema(description = "Number of items that are not kept") int refused,
        @Schema(description = "Number of items that are kept aside") int quarantined,
        @Schema(description = "Only the items that were not stored") List<NotStored> items) {

    static UsageReceipt of(int received, List<NotStored> notStored) {
        return new UsageReceipt(
                received,
                received - notStored.size(),
                count(notStored, NotStored.DUPLICATE),
                count(notStored, NotStored.CONFLICT),
                count(notStored, NotStored.REFUSED),
                count(notStored, NotStored.QUARANTINED),
                notStored.stream()
                        .sorted(Comparator.comparingInt(NotStored::index))
                        .toList());
    }

    private static int count(List<NotStored> notStored, String outcome) {
        return (int) notStored.stream()
                .filter(item -> item.outcome().equals(outcome))
                .count();
    }
}
