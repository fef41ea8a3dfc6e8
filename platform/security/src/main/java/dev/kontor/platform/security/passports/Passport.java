package dev.kontor.platform.security.passports;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwt.JwtClaims;

/**
 * A token that was believed; one is kept for all requests that bring it. What was read of it once is remembered, since the
 * library finds out by an exception, each time, that a claim such as {@code partner_id} is none of the standard ones.
 */
final class Passport extends DefaultJWTCallerPrincipal {

    private final Map<String, Optional<Object>> read = new ConcurrentHashMap<>();
    private final Set<String> permissions;
    private final long expiresAtSecond;

    Passport(String token, JwtClaims claims, long expiresAtSecond) {
        super(token, "JWT", claims);
        this.expiresAtSecond = expiresAtSecond;
        permissions = Set.copyOf(super.getGroups());
    }

    @Override
    public Set<String> getGroups() {
        return permissions;
    }

    @Override
    protected Object getClaimValue(String claim) {
        return read.computeIfAbsent(claim, name -> Optional.ofNullable(super.getClaimValue(name)))
                .orElse(null);
    }

    boolean isOverAt(long second) {
        return expiresAtSecond <= second;
    }
}
