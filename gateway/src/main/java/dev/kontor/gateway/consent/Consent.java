package dev.kontor.gateway.consent;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One customer's Partner Assistance as its owner last told it.
 *
 * <p>A million of these are kept, so times and the grant are numbers.
 */
record Consent(UUID partnerId, boolean on, long endsAt, long grantHigh, long grantLow, long version) {

    private static final long NEVER = Long.MAX_VALUE;

    /** @throws IllegalArgumentException where a field is missing: what is not understood says no to nobody, and yes to nobody */
    static Consent of(JsonNode state) {
        var given = state.required("grant");
        var grant = given.isTextual() ? UUID.fromString(given.textValue()) : new UUID(0, 0);
        var expires = state.required("expiresAt");
        return new Consent(
                UUID.fromString(state.required("partnerId").asText()),
                "on".equals(state.required("state").textValue()),
                expires.isTextual() ? Instant.parse(expires.textValue()).toEpochMilli() : NEVER,
                grant.getMostSignificantBits(),
                grant.getLeastSignificantBits(),
                state.required("version").asLong());
    }

    /** A customer nobody ever gave consent for. */
    static Consent never(UUID partnerId) {
        return new Consent(partnerId, false, NEVER, 0, 0, -1);
    }

    boolean covers(UUID partner, Instant now) {
        return on && partnerId.equals(partner) && now.toEpochMilli() < endsAt;
    }

    /** The grant a refusal names, or null where there never was one. */
    UUID grant() {
        return grantHigh == 0 && grantLow == 0 ? null : new UUID(grantHigh, grantLow);
    }

    Consent withPartner(UUID shared) {
        return new Consent(shared, on, endsAt, grantHigh, grantLow, version);
    }

    static Consent newer(Consent held, Consent told) {
        return held.version > told.version ? held : told;
    }
}
