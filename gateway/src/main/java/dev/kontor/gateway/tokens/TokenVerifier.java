package dev.kontor.gateway.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a compact token into the principal it speaks for, or refuses it; what was verified is kept until it ends. */
final class TokenVerifier {

    /** The memory for kept tokens, in characters. */
    private static final long KEPT_CHARACTERS = 32L * 1024 * 1024;

    private final Map<String, TrustedIssuer> issuers = new HashMap<>();
    private final Clock clock;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumWeight(KEPT_CHARACTERS)
            .weigher((String token, Verified kept) -> token.length() + 256)
            .expireAfterWrite(Duration.ofHours(1))
            // Its upkeep is less than waking a thread for it.
            .executor(Runnable::run)
            .build();

    private record Verified(AccessToken token, IssuerKeys keys) {}

    TokenVerifier(Clock clock) {
        this.clock = clock;
    }

    void trust(TrustedIssuer issuer) {
        if (issuers.putIfAbsent(issuer.issuer(), issuer) != null) {
            throw new IllegalArgumentException("Two issuers " + issuer.issuer());
        }
    }

    List<TrustedIssuer> issuers() {
        return List.copyOf(issuers.values());
    }

    /** Forgets what was verified: a key may have been withdrawn. */
    void forget() {
        verified.invalidateAll();
    }

    /** A token that was verified before and still holds, as its key does; or null. */
    AccessToken known(String token) {
        var kept = verified.getIfPresent(token);
        return kept != null
                        && clock.instant().isBefore(kept.token().expiresAt())
                        && kept.keys().areCurrent()
                ? kept.token()
                : null;
    }

    /** Fails with {@link TokenRefused}, or with {@link KeysUnavailable} where nothing can be said. */
    Future<AccessToken> verify(String token) {
        var known = known(token);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        try {
            return verifyAnew(Jwt.parse(token));
        } catch (TokenRefused refused) {
            return Future.failedFuture(refused);
        }
    }

    private Future<AccessToken> verifyAnew(Jwt jwt) {
        var issuer = issuers.get(Jwt.text(jwt.claims(), "iss"));
        if (issuer == null) {
            throw new TokenRefused("The token's issuer is not trusted");
        }
        var algorithm = issuer.checkHeader(jwt.header());
        return issuer.keys().forId(Jwt.text(jwt.header(), "kid")).map(keys -> {
            algorithm.verify(jwt.compact(), keys);
            var life = issuer.checkClaims(jwt.claims(), clock.instant());
            var token = new AccessToken(issuer.identity().of(jwt.claims()), life.from(), life.until());
            verified.put(jwt.compact(), new Verified(token, issuer.keys()));
            return token;
        });
    }
}
