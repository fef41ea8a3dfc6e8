package dev.kontor.gateway.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.gateway.policy.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One issuer we believe, and how far: what its tokens have to look like, and whom they may speak for.
 *
 * @param longestLife the longest time from a token's {@code iat} to its {@code exp}
 */
record TrustedIssuer(
        String issuer, String audience, Set<String> types, Duration longestLife, Identity identity, IssuerKeys keys) {

    TrustedIssuer {
        // Media types are written either way (RFC 7515, section 4.1.9).
        types = types.stream().map(type -> type.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** How far an issuer's clock may be ahead of ours. */
    static final Duration SKEW = Duration.ofSeconds(60);

    /** Reads from claims that are known to be genuine whom they speak for; refuses what the issuer may not say. */
    interface Identity {
        Principal of(JsonNode claims);
    }

    /** What can be refused before any key is looked at. */
    Algorithm checkHeader(JsonNode header) {
        if (header.has("crit")) {
            throw new TokenRefused("The token has critical headers that are not understood");
        }
        var type = Jwt.text(header, "typ");
        if (type == null || !types.contains(mediaType(type))) {
            throw new TokenRefused("The token is not an access token (typ)");
        }
        return Algorithm.of(Jwt.text(header, "alg"));
    }

    private static String mediaType(String type) {
        var lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("application/") ? lower.substring("application/".length()) : lower;
    }

    /** From when and until when a token counts. */
    record Life(Instant from, Instant until) {}

    /** Checks audience and times; answers the latter. */
    Life checkClaims(JsonNode claims, Instant now) {
        if (!meantFor(claims.path("aud"))) {
            throw new TokenRefused("The token is meant for somebody else (aud)");
        }
        var expires = time(claims, "exp");
        if (expires == null) {
            throw new TokenRefused("The token never expires (exp)");
        }
        if (!now.isBefore(expires)) {
            throw new TokenRefused("The token has expired");
        }
        var notBefore = time(claims, "nbf");
        if (notBefore != null && notBefore.isAfter(now.plus(SKEW))) {
            throw new TokenRefused("The token is not valid yet (nbf)");
        }
        var issued = time(claims, "iat");
        if (issued == null) {
            throw new TokenRefused("The token does not say when it was issued (iat)");
        }
        if (issued.isAfter(now.plus(SKEW))) {
            throw new TokenRefused("The token was issued in the future (iat)");
        }
        if (expires.isAfter(issued.plus(longestLife))) {
            throw new TokenRefused("The token lives too long (exp)");
        }
        return new Life(issued, expires);
    }

    private boolean meantFor(JsonNode aud) {
        if (aud.isArray()) {
            for (var one : aud) {
                if (audience.equals(one.textValue())) {
                    return true;
                }
            }
            return false;
        }
        return audience.equals(aud.textValue());
    }

    private static Instant time(JsonNode claims, String name) {
        var value = claims.get(name);
        if (value == null) {
            return null;
        }
        // Beyond the year 9999 nobody means it, and Instant's arithmetic ends somewhere.
        if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > 253_402_300_799d) {
            throw new TokenRefused("The token's " + name + " is not a time");
        }
        return value.isIntegralNumber()
                ? Instant.ofEpochSecond(value.longValue())
                : Instant.ofEpochMilli((long) (value.doubleValue() * 1_000));
    }
}
