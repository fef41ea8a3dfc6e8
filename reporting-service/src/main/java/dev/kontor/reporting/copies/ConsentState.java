package dev.kontor.reporting.copies;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/** What reports need of the state of {@code consent/{customerId}} on {@code kontor.consent.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ConsentState(UUID customerId, UUID partnerId, String state, Instant expiresAt, UUID grant, long version) {

    boolean covers(UUID partner, Instant now) {
        return isOn() && partner.equals(partnerId) && (expiresAt == null || now.isBefore(expiresAt));
    }

    boolean isOn() {
        return "on".equals(state);
    }
}
