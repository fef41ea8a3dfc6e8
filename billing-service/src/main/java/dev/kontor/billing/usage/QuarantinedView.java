package dev.kontor.billing.usage;

import dev.kontor.platform.web.Decimals;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reported level that is kept aside. */
@Schema(name = "QuarantinedUsage")
record QuarantinedView(
        UUID id,
        String reporter,
        String eventId,
        UUID customerId,
        String product,
        Instant observedAt,
        String quantity,
        String reason,
        Instant since) {

    static QuarantinedView of(Quarantine.Kept kept) {
        UsageItem item = kept.item();
        return new QuarantinedView(
                kept.id(),
                kept.reporter(),
                item.eventId(),
                item.customerId(),
                item.product(),
                item.observedAt(),
                Decimals.text(item.quantity()),
                kept.reason(),
                kept.since());
    }
}
