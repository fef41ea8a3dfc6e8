package dev.kontor.customers.launches;

import dev.kontor.platform.security.passports.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Access tokens of launched sessions: the partner's role, confined to one customer and to what who acts was allowed (RFC 8693). */
@ApplicationScoped
class SessionTokens {

    private static final String ISSUER = "kontor-launch";
    private static final String TYPE = "at+jwt";

    private final SigningKey key;

    SessionTokens(SigningKey key) {
        this.key = key;
    }

    String mint(Launch launch) {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("kontor");
        claims.setSubject(launch.subject());
        claims.setIssuedAt(NumericDate.fromSeconds(launch.startedAt().getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(launch.expiresAt().getEpochSecond()));
        claims.setStringClaim("sid", launch.id().toString());
        claims.setStringClaim("partner_id", launch.partnerId().toString());
        claims.setStringClaim("customer_id", launch.customerId().toString());
        claims.setStringListClaim("groups", List.of(launch.role()));
        claims.setStringListClaim("programs", launch.programs());
        claims.setStringClaim("scope", String.join(" ", launch.permissions()));
        claims.setClaim("act", Map.of("sub", launch.subject()));
        return key.sign(claims, TYPE);
    }
}
