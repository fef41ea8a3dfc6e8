package dev.kontor.platform.security.passports;

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
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * The key this process signs with: {@code kontor.signing-key}, a PKCS#8 PEM file with an RSA key, or one made for the
 * life of the process. Its public half is served as JWKS on the management port.
 */
@Singleton
public class SigningKey {

    private static final int BITS = 2048;

    private final RsaJsonWebKey key;

    SigningKey(
            @ConfigProperty(name = "kontor.service") String service,
            @ConfigProperty(name = "kontor.signing-key") Optional<Path> file) {
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

    private static RsaJsonWebKey generate() {
        try {
            return RsaJwkGenerator.generateJwk(BITS);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
