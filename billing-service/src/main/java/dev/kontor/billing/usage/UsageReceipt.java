package dev.kontor.billing.usage;

import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a call; {@code received} is always the sum of the other five. */
@Schema(name = "UsageReceipt")
record UsageReceipt(
        int received,
        int stored,
        int duplicate,
        int conflict,
        int refused,
        int quarantined,
        @Schema(description = "Only the items that were not stored") List<NotStored> items) {

    static UsageReceipt of(int received, List<NotStored> notStored) {
        return new UsageReceipt(
                received,
                received - notStored.size(),
                count(notStored, NotStored.Outcome.DUPLICATE),
                count(notStored, NotStored.Outcome.CONFLICT),
                count(notStored, NotStored.Outcome.REFUSED),
                count(notStored, NotStored.Outcome.QUARANTINED),
                notStored.stream()
                        .sorted(Comparator.comparingInt(NotStored::index))
                        .toList());
    }

    private static int count(List<NotStored> notStored, NotStored.Outcome outcome) {
        return (int)
                notStored.stream().filter(item -> item.outcome() == outcome).count();
    }
}
