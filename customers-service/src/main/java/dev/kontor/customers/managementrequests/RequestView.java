package dev.kontor.customers.managementrequests;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request as both sides see it.
 *
 * @param decidedAt when it was approved, declined, withdrawn or expired; null while it is open
 */
@Schema(name = "ManagementRequest")
record RequestView(
        UUID id,
        RequestState state,
        AskingPartner partner,
        UUID customerId,
        @Schema(nullable = true) String message,
        String requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        @Schema(nullable = true) Instant decidedAt) {

    /** Who asks. */
    @Schema(name = "AskingPartner")
    record AskingPartner(UUID id, String name) {}
}
