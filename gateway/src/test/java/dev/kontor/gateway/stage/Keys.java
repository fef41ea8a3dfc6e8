package dev.kontor.gateway.stage;

import dev.kontor.gateway.tokens.Forge;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The issuer's and customers-service's keys; one of each per JVM, whatever class loader asks. */
final class Keys {

    private Keys() {}

    static PublicJsonWebKey issuer() {
        return shared("gateway.test.issuer-key", "idp-1");
    }

    static PublicJsonWebKey launch() {
        return shared("gateway.test.launch-key", "launch-1");
    }

    private static PublicJsonWebKey shared(String property, String kid) {
        synchronized (System.getProperties()) {
            var known = System.getProperty(property);
            if (known == null) {
                known = Forge.rsa(kid).toJson(OutputControlLevel.INCLUDE_PRIVATE);
                System.setProperty(property, known);
            }
            try {
                return PublicJsonWebKey.Factory.newPublicJwk(known);
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
