package dev.kontor.gateway.tokens;

import dev.kontor.gateway.policy.Policy;
import dev.kontor.gateway.upstream.Questions;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The door's keeper: reads the bearer token of a request and says whom it speaks for. */
@Singleton
public class Tokens {

    static final String LAUNCH_ISSUER = "kontor-launch";
    static final Duration LAUNCH_LIFETIME = Duration.ofMinutes(15);

    private static final String SCHEME = "bearer ";

    private final TokenVerifier verifier = new TokenVerifier(Clock.systemUTC());

    Tokens(
            IssuerSettings settings,
            Policy policy,
            Questions questions,
            @ConfigProperty(name = "kontor.trust.customers") URI launchKeys) {
        settings.byAlias()
                .forEach((alias, issuer) -> verifier.trust(new TrustedIssuer(
                        issuer.issuer(),
                        issuer.audience(),
                        issuer.types(),
                        issuer.longestLife(),
                        new ConfiguredIdentity(
                                alias,
                                issuer,
                                settings.byAlias().keySet(),
                                policy.matrix().keySet()),
                        keys(issuer.issuer(), issuer.jwks(), questions))));
        verifier.trust(new TrustedIssuer(
                LAUNCH_ISSUER,
                "kontor",
                Set.of("at+jwt"),
                LAUNCH_LIFETIME,
                new LaunchedIdentity(),
                keys(LAUNCH_ISSUER, launchKeys, questions)));
    }

    private IssuerKeys keys(String issuer, URI jwks, Questions questions) {
        return new IssuerKeys(
                issuer,
                () -> questions.ask(jwks).map(answer -> {
                    if (!answer.ok()) {
                        throw new IllegalStateException("status " + answer.status());
                    }
                    return answer.body().toString();
                }),
                Clock.systemUTC(),
                verifier::forget);
    }

    void loadKeys(@Observes StartupEvent started) {
        verifier.issuers().forEach(issuer -> issuer.keys().refresh());
    }

    /** Whether every issuer's keys were asked for at least once: the gateway can answer for its tokens. */
    public boolean ready() {
        return verifier.issuers().stream().allMatch(issuer -> issuer.keys().tried());
    }

    /** The request's token, where it was verified before; null where there is more to find out. */
    public AccessToken known(MultiMap headers) {
        var value = headers.get(HttpHeaders.AUTHORIZATION);
        return value == null
                        || !isBearer(value)
                        || headers.getAll(HttpHeaders.AUTHORIZATION).size() > 1
                ? null
                : verifier.known(token(value));
    }

    /**
     * The request's token.
     *
     * @return fails with {@link TokenMissing}, {@link TokenRefused} or {@link KeysUnavailable}
     */
    public Future<AccessToken> authenticate(MultiMap headers) {
        var given = headers.getAll(HttpHeaders.AUTHORIZATION);
        if (given.isEmpty()) {
            return Future.failedFuture(new TokenMissing());
        }
        var value = given.get(0);
        if (given.size() > 1 || !isBearer(value)) {
            return Future.failedFuture(new TokenRefused("One Authorization header with a Bearer token is needed"));
        }
        return verifier.verify(token(value));
    }

    private static boolean isBearer(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private static String token(String authorization) {
        return authorization.substring(SCHEME.length()).strip();
    }
}
