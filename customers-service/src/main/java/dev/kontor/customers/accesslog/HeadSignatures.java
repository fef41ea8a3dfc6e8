package dev.kontor.customers.accesslog;

import dev.kontor.customers.evidence.Inclusion;
import dev.kontor.customers.evidence.Roots;
import dev.kontor.platform.clock.RealTime;
import dev.kontor.platform.security.passports.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Signs heads as they are read, by a key that the database does not have; docs/evidence.md says what is signed. */
@ApplicationScoped
class HeadSignatures {

    private static final String TYPE = "access-log-head+jwt";

    private final SigningKey key;
    private final Roots roots;

    HeadSignatures(SigningKey key, Roots roots) {
        this.key = key;
        this.roots = roots;
    }

    Verification.SignedHead sign(UUID customerId, ChainHead head) {
        var now = RealTime.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        var claims = new JwtClaims();
        claims.setIssuer("kontor-customers");
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setStringClaim("customerId", customerId.toString());
        claims.setClaim("sequence", head.sequence());
        claims.setStringClaim("hash", head.hex());
        if (head.partnerId() != null) {
            claims.setStringClaim("partnerId", head.partnerId().toString());
            roots.of(customerId, head.partnerId())
                    .flatMap(published -> roots.inclusion(published, Verifications.PATIENCE))
                    .ifPresent(inclusion -> claims.setClaim("published", claim(inclusion)));
        }
        return new Verification.SignedHead(head.sequence(), head.hex(), now, key.sign(claims, TYPE));
    }

    /** Of a log that does not hold: nobody's word for it. */
    static Verification.SignedHead unsigned(ChainHead head) {
        return new Verification.SignedHead(head.sequence(), head.hex(), null, null);
    }

    private static Map<String, Object> claim(Inclusion inclusion) {
        return Map.of(
                "root", inclusion.root(),
                "sequence", inclusion.sequence(),
                "hash", inclusion.hash(),
                "index", inclusion.index(),
                "path", inclusion.path());
    }
}
