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
 * <p>Every issuer is tied to its own keys, type and audience, so that a service can't speak as the gateway; and of a
 * service it is believed which one it is and nothing else, so that it can't speak for a partner either.
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

    private final Map<String, List<Accepted>> byIssuer;
    private final JwtConsumer unverified = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();
    private final Cache<String, Passport> believed =
            Caffeine.newBuilder().maximumSize(MOST_CACHED).build();

    /** One type of token of one issuer, and what of its claims is believed. */
    private record Accepted(JwtConsumer consumer, Reading reading) {}

    @FunctionalInterface
    private interface Reading {
        JwtClaims of(JwtClaims written) throws MalformedClaimException;
    }

    PassportReader(TrustConfig config, @ConfigProperty(name = "kontor.service") String self) {
        byIssuer = config.jwksByProcess().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        trusted -> "kontor-" + trusted.getKey(),
                        trusted -> accepted(trusted.getKey(), trusted.getValue(), self)));
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
        var accepted = byIssuer.getOrDefault(issuer == null ? "" : issuer, List.of());
        InvalidJwtException last = null;
        for (var each : accepted) {
            try {
                return each.reading().of(each.consumer().processToClaims(token));
            } catch (InvalidJwtException e) {
                last = e;
            }
        }
        throw new ParseException("not believed", last);
    }

    /** What Quarkus calls groups are the permissions, already resolved by the gateway. */
    private static JwtClaims ofCaller(JwtClaims written) throws MalformedClaimException {
        written.setStringListClaim("groups", written.getStringListClaimValue("permissions"));
        return written;
    }

    private static JwtClaims ofService(JwtClaims written) throws MalformedClaimException {
        var claims = new JwtClaims();
        claims.setIssuer(written.getIssuer());
        claims.setSubject(written.getIssuer());
        claims.setAudience(written.getAudience());
        claims.setExpirationTime(written.getExpirationTime());
        claims.setStringListClaim("groups", ServicePassports.PERMISSION);
        return claims;
    }

    private static List<Accepted> accepted(String name, String jwksLocation, String self) {
        var jwks = new HttpsJwks(jwksLocation);
        jwks.setRefreshReprieveThreshold(REFETCH_AT_MOST_EVERY_MS);
        var keys = new HttpsJwksVerificationKeyResolver(jwks);
        var service =
                new Accepted(consumer(name, keys, ServicePassports.TYPE, "kontor-" + self), PassportReader::ofService);
        return name.equals(GATEWAY)
                ? List.of(new Accepted(consumer(name, keys, TYPE, "kontor"), PassportReader::ofCaller), service)
                : List.of(service);
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
