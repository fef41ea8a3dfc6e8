package dev.kontor.reporting.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's consent as it was last told. */
record Consent(
        UUID customerId,
        UUID partnerId,
        boolean granted,
        @Nullable Instant expiresAt,
        @Nullable UUID grantId,
        long version) {

    boolean covers(UUID partner, Instant now) {
        return granted && partner.equals(partnerId) && (expiresAt == null || now.isBefore(expiresAt));
    }
}
