package dev.kontor.gateway.tokens;

import java.util.Arrays;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The signatures we take, each with the one kind of key that goes with it; {@code none} and HMAC are not among them. */
enum Algorithm {
    RS256("RS256", "RSA", null),
    ES256("ES256", "EC", "P-256"),
    EDDSA("EdDSA", "OKP", null);

    private final String header;
    private final String keyType;
    private final String curve;

    Algorithm(String header, String keyType, String curve) {
        this.header = header;
        this.keyType = keyType;
        this.curve = curve;
    }

    static Algorithm of(String header) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.header.equals(header))
                .findFirst()
                .orElseThrow(() -> new TokenRefused("The token's signature algorithm is not accepted"));
    }

    /** Whether a published key is meant for this algorithm; a token does not get to choose (RFC 8725, section 3.1). */
    boolean fits(JsonWebKey key) {
        return key instanceof PublicJsonWebKey
                && key.getKeyType().equals(keyType)
                && (curve == null || curve.equals(((EllipticCurveJsonWebKey) key).getCurveName()))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(header))
                && (key.getUse() == null || key.getUse().equals("sig"));
    }

    /** Refuses the token unless one of the keys made its signature. */
    void verify(String compact, List<JsonWebKey> keys) {
        for (var key : keys) {
            if (fits(key) && signed(compact, key)) {
                return;
            }
        }
        throw new TokenRefused("The token's signature is not valid");
    }

    private boolean signed(String compact, JsonWebKey key) {
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, header));
            jws.setCompactSerialization(compact);
            jws.setKey(key.getKey());
            return jws.verifySignature();
        } catch (JoseException unusable) {
            return false;
        }
    }
}
