package dev.kontor.customers.managementrequests;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request as both sides see it.
 *
 * @param decidedAt when it was approved, declined, withdrawn or expired; null while it is open
 */
@Schema(name = "ManagementRequest", description = "A partner's request to manage a customer, as both sides see it")
record RequestView(
        UUID id,
        RequestState state,
        AskingPartner partner,
        @Schema(description = "The customer whose account key was given") UUID customerId,
        @Schema(description = "What the partner wrote; null if nothing", nullable = true) String message,
        @Schema(description = "The subject who asked") String requestedBy,
        @Schema(description = "When it was asked") Instant requestedAt,
        @Schema(description = "When it expires if nobody decides: after 30 days") Instant expiresAt,
        @Schema(
                        description = "When it was approved, declined, withdrawn or expired; null while it is open",
                        nullable = true)
                Instant decidedAt) {

    /** Who asks. */
    @Schema(name = "AskingPartner", description = "The partner who asks")
    record AskingPartner(UUID id, @Schema(description = "The partner's name") String name) {}
}
