package dev.kontor.billing.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.web.Decimals;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reported level, or a device seen, that is kept aside. */
@Schema(
        name = "QuarantinedUsage",
        requiredProperties = {"id", "reporter", "eventId", "customerId", "product", "observedAt", "reason", "since"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarantinedView(
        UUID id,
        String reporter,
        String eventId,
        UUID customerId,
        String product,
        Instant observedAt,
        @Schema(description = "Only of a usage record") String quantity,
        @Schema(description = "Only of a device observation") String deviceId,
        @Schema(description = "Only of a device observation with a last user") String userId,
        @Schema(
                        description = "Only of a device observation",
                        enumeration = {"computer", "server"})
                String kind,
        String reason,
        Instant since) {

    static QuarantinedView of(Quarantine.Kept kept) {
        var item = kept.item();
        return new QuarantinedView(
                kept.id(),
                kept.reporter(),
                item.eventId(),
                item.customerId(),
                item.product(),
                item.observedAt(),
                Decimals.text(item.quantity()),
                item.deviceId(),
                item.userId(),
                item.kind(),
                kept.reason(),
                kept.since());
    }
}
