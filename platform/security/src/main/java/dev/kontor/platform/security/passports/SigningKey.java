package dev.kontor.platform.security.passports;

import io.quarkus.runtime.LaunchMode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * The key this process signs with: {@code kontor.signing-key}, a PKCS#8 PEM file with an RSA key; in dev mode and tests, where
 * none is set, one made for the life of the process. Its public half is served as JWKS on the management port.
 *
 * <p>Keys that it signed with before are in {@code kontor.retired-keys}, a file such as that JWKS was. What they signed for
 * good can still be verified; passports of theirs nobody believes any more.
 */
@Singleton
public class SigningKey {

    private static final int BITS = 2048;

    private final RsaJsonWebKey key;
    private final List<JsonWebKey> retired;

    SigningKey(
            @ConfigProperty(name = "kontor.service") String service,
            @ConfigProperty(name = "kontor.signing-key") Optional<Path> file,
            @ConfigProperty(name = "kontor.retired-keys") Optional<Path> retiredFile,
            LaunchMode mode) {
        if (file.isEmpty() && !mode.isDevOrTest()) {
            // Nobody could verify after the next start what such a key signed, and no replica would believe another
            // one.
            throw new IllegalStateException("KONTOR_SIGNING_KEY names no file");
        }
        retired = retiredFile.map(SigningKey::readRetired).orElse(List.of());
        key = file.map(SigningKey::read).orElseGet(SigningKey::generate);
        key.setKeyId(service + "-"
                + key.calculateBase64urlEncodedThumbprint("SHA-256").substring(0, 12));
    }

    /** Signs with RS256, the cheapest to verify; {@code type} goes into the header (RFC 8725, section 3.11). */
    public String sign(JwtClaims claims, String type) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", type);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@link #sign} signed, with this key or one before it; empty where it was not, or as something else. */
    public Optional<JwtClaims> verified(String signed, String type) {
        try {
            return Optional.of(new JwtConsumerBuilder()
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(everyKey()))
                    .setJwsAlgorithmConstraints(
                            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                    .setExpectedType(true, type)
                    .setSkipDefaultAudienceValidation()
                    .build()
                    .processToClaims(signed));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    /** This key and those before it, each as the members of a JSON Web Key. */
    public List<Map<String, Object>> everyPublicKey() {
        return everyKey().stream()
                .map(each -> each.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
                .toList();
    }

    private List<JsonWebKey> everyKey() {
        return Stream.concat(Stream.of(key), retired.stream()).toList();
    }

    /** The public half as a JSON Web Key Set (RFC 7517). */
    public String jwks() {
        return new JsonWebKeySet(key).toJson();
    }

    private static RsaJsonWebKey read(Path file) {
        try {
            var pem = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            var factory = KeyFactory.getInstance("RSA");
            PrivateKey secret = factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            var numbers = (RSAPrivateCrtKey) secret;
            var open = (RSAPublicKey)
                    factory.generatePublic(new RSAPublicKeySpec(numbers.getModulus(), numbers.getPublicExponent()));
            var jwk = new RsaJsonWebKey(open);
            jwk.setPrivateKey(secret);
            return jwk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not an RSA key in PKCS#8: " + file, e);
        }
    }

    private static List<JsonWebKey> readRetired(Path file) {
        try {
            return new JsonWebKeySet(Files.readString(file)).getJsonWebKeys();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException("not a JSON Web Key Set: " + file, e);
        }
    }

    private static RsaJsonWebKey generate() {
        try {
            return RsaJwkGenerator.generateJwk(BITS);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
