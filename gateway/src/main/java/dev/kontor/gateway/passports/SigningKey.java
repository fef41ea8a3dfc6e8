package dev.kontor.gateway.passports;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** This process's RSA key ({@code kontor.signing.key}, a PKCS#8 PEM file): signs, and publishes its public half. */
@Singleton
public class SigningKey {

    private final RSAPrivateCrtKey secret;
    private final RsaJsonWebKey published;

    SigningKey(@ConfigProperty(name = "kontor.signing.key") Path file) {
        try {
            var keys = KeyFactory.getInstance("RSA");
            secret = (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(pem(Files.readString(file))));
            published = new RsaJsonWebKey((java.security.interfaces.RSAPublicKey)
                    keys.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent())));
            published.setUse("sig");
            published.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            published.setKeyId(published.calculateBase64urlEncodedThumbprint("SHA-256"));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("KONTOR_SIGNING_KEY is not a readable PKCS#8 RSA key: " + file, e);
        }
    }

    private static byte[] pem(String text) {
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }

    String sign(String type, JwtClaims claims) {
        try {
            var jws = new JsonWebSignature();
            jws.setHeader("typ", type);
            jws.setKeyIdHeaderValue(published.getKeyId());
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            jws.setKey(secret);
            jws.setPayload(claims.toJson());
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JWK set (RFC 7517) that services verify passports with. */
    public String jwks() {
        return new JsonWebKeySet(published).toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}
