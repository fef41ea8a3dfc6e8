package dev.kontor.billing.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.web.Decimals;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reported level, or a device seen, that is kept aside. */
@Schema(
        name = "QuarantinedUsage",
        description = "Usage that could not be assigned yet, as it was reported",
        requiredProperties = {"id", "reporter", "eventId", "customerId", "product", "observedAt", "reason", "since"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarantinedView(
        @Schema(description = "Given when it was put aside") UUID id,
        @Schema(description = "The sub of the token that reported it") String reporter,
        @Schema(description = "The sender's id of the event") String eventId,
        @Schema(description = "The customer it names") UUID customerId,
        @Schema(description = "The product it names") String product,
        @Schema(description = "When it was observed") Instant observedAt,
        @Schema(description = "Only of a usage record") String quantity,
        @Schema(description = "Only of a device observation") String deviceId,
        @Schema(description = "Only of a device observation with a last user") String userId,
        @Schema(
                        description = "Only of a device observation",
                        enumeration = {"computer", "server"})
                String kind,
        @Schema(
                        description = "What is missing: a customer, a product, or an open month",
                        enumeration = {
                            "unknown-customer",
                            "before-customer-came",
                            "after-customer-left",
                            "unknown-product",
                            "too-old"
                        })
                String reason,
        @Schema(description = "When it was put aside") Instant since) {

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
