package dev.kontor.gateway.passports;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kontor.gateway.policy.Grant;
import dev.kontor.gateway.policy.Kind;
import dev.kontor.gateway.policy.Principal;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Passports by their contents: signing costs a millisecond, and most calls say the same as one a moment ago. */
@Singleton
public class Passports {

    static final Duration LIFETIME = Duration.ofMinutes(5);
    static final Duration SERVICE_LIFETIME = Duration.ofSeconds(60);

    private static final String ISSUER = "kontor-gateway";

    private final SigningKey key;
    private final Cache<Contents, CharSequence> minted = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(LIFETIME.dividedBy(2))
            // Its upkeep is less than waking a thread for it.
            .executor(Runnable::run)
            .build();
    private final Cache<String, String> forServices = Caffeine.newBuilder()
            .maximumSize(16)
            .expireAfterWrite(SERVICE_LIFETIME.dividedBy(2))
            .build();

    /** All that a passport says; two callers of whom the same is said share one. */
    private record Contents(
            Kind kind,
            String subject,
            String role,
            UUID partnerId,
            UUID customerId,
            SortedSet<String> permissions,
            SortedSet<String> programs,
            boolean allCustomers,
            String actor,
            String session) {}

    Passports(SigningKey key) {
        this.key = key;
    }

    /** The {@code Authorization} a service gets in place of the caller's. */
    public CharSequence bearer(Principal principal, Grant grant) {
        var contents = new Contents(
                principal.kind(),
                principal.subject(),
                principal.role() == null ? null : principal.role().claim(),
                principal.partnerId(),
                principal.customerId(),
                grant.permissions(),
                grant.programs(),
                principal.seesAllCustomers(),
                principal.actor(),
                principal.session());
        return minted.get(contents, this::mint);
    }

    /** The {@code Authorization} for the gateway's own question to a service's {@code /internal} paths. */
    public String serviceBearer(String service) {
        return forServices.get(service, this::mintForService);
    }

    private CharSequence mint(Contents contents) {
        var claims = claims("kontor", contents.subject(), LIFETIME);
        claims.setStringClaim("kind", contents.kind().claim());
        claims.setClaim("permissions", List.copyOf(contents.permissions()));
        claims.setClaim("programs", List.copyOf(contents.programs()));
        claims.setStringClaim("customers", contents.allCustomers() ? "all" : "assigned");
        setIfThere(claims, "role", contents.role());
        setIfThere(claims, "partner_id", contents.partnerId());
        setIfThere(claims, "customer_id", contents.customerId());
        setIfThere(claims, "sid", contents.session());
        if (contents.actor() != null) {
            claims.setClaim("act", Map.of("sub", contents.actor()));
        }
        // In the bytes that go out, not to be encoded for each call.
        return HttpHeaders.createOptimized("Bearer " + key.sign("passport+jwt", claims));
    }

    private String mintForService(String service) {
        var claims = claims("kontor-" + service, ISSUER, SERVICE_LIFETIME);
        claims.setClaim("permissions", List.of("internal"));
        return "Bearer " + key.sign("service+jwt", claims);
    }

    private static JwtClaims claims(String audience, String subject, Duration lifetime) {
        var now = NumericDate.now();
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(audience);
        claims.setSubject(subject);
        claims.setGeneratedJwtId();
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + lifetime.toSeconds()));
        return claims;
    }

    private static void setIfThere(JwtClaims claims, String name, Object value) {
        if (value != null) {
            claims.setStringClaim(name, value.toString());
        }
    }
}
