package dev.kontor.billing.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.web.Decimals;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reported level, or a device seen, that is kept aside. */
@Schema(name = "QuarantinedUsage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarantinedView(
        UUID id,
        String reporter,
        String eventId,
        UUID customerId,
        String product,
        Instant observedAt,
        @Schema(description = "Only of a level") String quantity,
        @Schema(description = "Only of a device") String deviceId,
        @Schema(description = "Only of a device with a last user") String userId,
        @Schema(description = "Only of a device: computer or server") String kind,
        String reason,
        Instant since) {

    static QuarantinedView of(Quarantine.Kept kept) {
        Reported item = kept.item();
        UsageItem level = item instanceof UsageItem its ? its : null;
        DeviceItem seen = item instanceof DeviceItem its ? its : null;
        return new QuarantinedView(
                kept.id(),
                kept.reporter(),
                item.eventId(),
                item.customerId(),
                item.product(),
                item.observedAt(),
                level == null ? null : Decimals.text(level.quantity()),
                seen == null ? null : seen.deviceId(),
                seen == null ? null : seen.userId(),
                seen == null ? null : seen.kind(),
                kept.reason(),
                kept.since());
    }
}
