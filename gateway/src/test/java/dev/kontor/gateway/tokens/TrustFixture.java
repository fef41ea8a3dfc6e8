package dev.kontor.gateway.tokens;

import dev.kontor.gateway.policy.PolicyFile;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jose4j.jwk.PublicJsonWebKey;

/** A verifier with issuers as a configuration names them, and keys as the test has them. */
final class TrustFixture {

    static final String EVERY_GROUP = "partner-super-admin,partner-admin,partner-business-admin,partner-help-desk,"
            + "partner-read-only,customer-admin,vendor-operator,usage-reporter";
    static final Clock CLOCK = Clock.fixed(Forge.NOW, ZoneOffset.UTC);

    private final Map<String, String> properties = new HashMap<>();

    /** The default issuer, allowed everything. */
    TrustFixture() {
        issuer("default", Forge.ISSUER);
        set("default.groups", EVERY_GROUP);
    }

    TrustFixture issuer(String alias, String issuer) {
        set(alias + ".issuer", issuer);
        return set(alias + ".jwks", "http://unused");
    }

    TrustFixture set(String name, String value) {
        properties.put("kontor.issuers." + name, value);
        return this;
    }

    TokenVerifier verifier(PublicJsonWebKey... keys) {
        return verifier(CLOCK, keys);
    }

    TokenVerifier verifier(Clock clock, PublicJsonWebKey... keys) {
        return verifier(clock, CLOCK, () -> Future.succeededFuture(Forge.jwks(keys)));
    }

    /** With issuers that publish now these keys, now others. */
    TokenVerifier verifier(Clock clock, Supplier<Future<String>> keys) {
        return verifier(clock, clock, keys);
    }

    private TokenVerifier verifier(Clock clock, Clock clockOfKeys, Supplier<Future<String>> keys) {
        var settings = new SmallRyeConfigBuilder()
                .withMapping(IssuerSettings.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(IssuerSettings.class)
                .byAlias();
        var verifier = new TokenVerifier(clock);
        settings.forEach((alias, issuer) -> verifier.trust(new TrustedIssuer(
                issuer.issuer(),
                issuer.audience(),
                issuer.types(),
                issuer.longestLife(),
                new ConfiguredIdentity(
                        alias,
                        issuer,
                        settings.keySet(),
                        PolicyFile.load().matrix().keySet()),
                new IssuerKeys("test", keys, clockOfKeys, verifier::forget))));
        verifier.trust(new TrustedIssuer(
                Tokens.LAUNCH_ISSUER,
                "kontor",
                Set.of("at+jwt"),
                Duration.ofMinutes(15),
                new LaunchedIdentity(),
                new IssuerKeys("test", keys, clockOfKeys, verifier::forget)));
        return verifier;
    }

    /** A clock that a test moves by hand. */
    static final class Moving extends Clock {
        private Instant now = Forge.NOW;

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
