package dev.kontor.platform.security.passports;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/**
 * Believes two kinds of token and nothing else: passports of the gateway, and passports of other services to this one.
 *
 * <p>Every issuer is tied to its own keys, type and audience, so that a service can't speak as the gateway.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class PassportReader extends JWTCallerPrincipalFactory {

    /** The header type of the gateway's passports. */
    public static final String TYPE = "passport+jwt";

    private static final String GATEWAY = "gateway";
    private static final int LONGEST = 8 * 1024;
    private static final int MOST_CACHED = 10_000;
    private static final int SKEW_SECONDS = 5;
    private static final long REFETCH_AT_MOST_EVERY_MS = 2_000;

    private final Map<String, List<JwtConsumer>> byIssuer;
    private final JwtConsumer unverified = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();
    private final Cache<String, Passport> believed =
            Caffeine.newBuilder().maximumSize(MOST_CACHED).build();

    PassportReader(TrustConfig config, @ConfigProperty(name = "kontor.service") String self) {
        byIssuer = config.jwksByProcess().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        trusted -> "kontor-" + trusted.getKey(),
                        trusted -> consumers(trusted.getKey(), trusted.getValue(), self)));
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        try {
            if (token.length() > LONGEST) {
                throw new ParseException("longer than any passport");
            }
            var now = System.currentTimeMillis() / 1000;
            var known = believed.getIfPresent(token);
            if (known == null || known.isOverAt(now)) {
                var claims = verify(token);
                known = new Passport(token, claims, claims.getExpirationTime().getValue());
                believed.put(token, known);
            }
            return known;
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new ParseException("not a passport", e);
        }
    }

    private JwtClaims verify(String token) throws InvalidJwtException, MalformedClaimException, ParseException {
        var issuer = unverified.processToClaims(token).getIssuer();
        var consumers = byIssuer.getOrDefault(issuer == null ? "" : issuer, List.of());
        InvalidJwtException last = null;
        for (var consumer : consumers) {
            try {
                var claims = consumer.processToClaims(token);
                // What Quarkus calls groups are the permissions, already resolved by the gateway.
                claims.setStringListClaim("groups", claims.getStringListClaimValue("permissions"));
                return claims;
            } catch (InvalidJwtException e) {
                last = e;
            }
        }
        throw new ParseException("not believed", last);
    }

    private static List<JwtConsumer> consumers(String name, String jwksLocation, String self) {
        var jwks = new HttpsJwks(jwksLocation);
        jwks.setRefreshReprieveThreshold(REFETCH_AT_MOST_EVERY_MS);
        var keys = new HttpsJwksVerificationKeyResolver(jwks);
        var service = consumer(name, keys, ServicePassports.TYPE, "kontor-" + self);
        return name.equals(GATEWAY) ? List.of(consumer(name, keys, TYPE, "kontor"), service) : List.of(service);
    }

    private static JwtConsumer consumer(
            String name, HttpsJwksVerificationKeyResolver keys, String type, String audience) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys)
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedIssuer("kontor-" + name)
                .setExpectedAudience(audience)
                .setExpectedType(true, type)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build();
    }
}
