package dev.kontor.customers.disconnects;

import dev.kontor.customers.eligibility.DisconnectEligibility.Mode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a disconnect came to: done, or scheduled. */
@Schema(name = "Disconnected", description = "What a disconnect came to")
public record Disconnected(
        @Schema(description = "The customer") UUID customerId,
        Mode mode,
        @Schema(nullable = true, description = "When the disconnect takes effect, if it is scheduled")
                Instant scheduledFor,
        @Schema(nullable = true, description = "When the disconnect took effect, if it is done")
                Instant disconnectedAt) {

    static Disconnected at(UUID customerId, Instant instant) {
        return new Disconnected(customerId, Mode.IMMEDIATE, null, instant);
    }

    static Disconnected scheduled(UUID customerId, Instant instant) {
        return new Disconnected(customerId, Mode.SCHEDULED, instant, null);
    }
}
