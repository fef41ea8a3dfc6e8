package dev.kontor.gateway.tokens;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Makes tokens, good ones and every kind of bad one. */
public final class Forge {

    public static final String ISSUER = "https://idp.example";
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private PublicJsonWebKey key;

    private Forge(PublicJsonWebKey key, String algorithm) {
        this.key = key;
        header.put("typ", "at+jwt");
        header.put("alg", algorithm);
        header.put("kid", key.getKeyId());
    }

    /** A token that is in order, for a super-admin. */
    public static Forge good(PublicJsonWebKey key, Instant now) {
        return new Forge(key, "RS256")
                .claim("iss", ISSUER)
                .claim("aud", "kontor")
                .claim("sub", "sam")
                .claim("iat", now.getEpochSecond())
                .claim("exp", now.plusSeconds(3600).getEpochSecond())
                .claim("groups", List.of("partner-super-admin"))
                .claim("partner_id", "01930000-0000-7000-8000-000000000001")
                .claim("programs", List.of("msp-flex"));
    }

    /** Sets a claim, or takes it away where the value is null. */
    public Forge claim(String name, Object value) {
        return set(claims, name, value);
    }

    public Forge header(String name, Object value) {
        return set(header, name, value);
    }

    Forge signedBy(PublicJsonWebKey other) {
        key = other;
        return this;
    }

    private Forge set(Map<String, Object> where, String name, Object value) {
        if (value == null) {
            where.remove(name);
        } else {
            where.put(name, value);
        }
        return this;
    }

    public String token() {
        return sign(json(claims), key.getPrivateKey());
    }

    String signedWithSecret(Key secret) {
        return sign(json(claims), secret);
    }

    /** With the raw JSON given, for what no map can hold. */
    String withPayload(String payload) {
        return sign(payload, key.getPrivateKey());
    }

    String payload() {
        return json(claims);
    }

    String headerJson() {
        return json(header);
    }

    String unsigned() {
        header.put("alg", "none");
        return encode(json(header)) + "." + encode(json(claims)) + ".";
    }

    private String sign(String payload, Key signingKey) {
        try {
            var jws = new JsonWebSignature();
            header.forEach((name, value) -> jws.getHeaders().setObjectHeaderValue(name, value));
            jws.setPayload(payload);
            jws.setKey(signingKey);
            jws.setDoKeyValidation(false);
            jws.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static PublicJsonWebKey rsa(String kid) {
        return named(kid, () -> RsaJwkGenerator.generateJwk(2048));
    }

    static PublicJsonWebKey ec(String kid) {
        return named(kid, () -> EcJwkGenerator.generateJwk(EllipticCurves.P256));
    }

    static PublicJsonWebKey ed25519(String kid) {
        return named(kid, () -> OkpJwkGenerator.generateJwk("Ed25519"));
    }

    static Key secret() {
        return OctJwkGenerator.generateJwk(256).getKey();
    }

    public static String jwks(PublicJsonWebKey... keys) {
        return new JsonWebKeySet(keys).toJson();
    }

    private interface Generator {
        PublicJsonWebKey generate() throws JoseException;
    }

    private static PublicJsonWebKey named(String kid, Generator generator) {
        try {
            var key = generator.generate();
            key.setKeyId(kid);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
