package dev.kontor.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** The key that stands for every other process in a test; one per JVM, whatever class loader asks. */
final class TestKeys {

    private static final String PROPERTY = "kontor.test.signing-key";

    private TestKeys() {}

    static RsaJsonWebKey key() {
        try {
            synchronized (System.getProperties()) {
                var known = System.getProperty(PROPERTY);
                if (known == null) {
                    var made = RsaJwkGenerator.generateJwk(2048);
                    made.setKeyId("test");
                    known = made.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
                    System.setProperty(PROPERTY, known);
                }
                return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(known);
            }
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The service's own key, the same at each of its starts: what it signed for good, it has to know again. */
    static Path serviceKey() {
        var file = Path.of("target", "service-key.pem").toAbsolutePath();
        try {
            synchronized (System.getProperties()) {
                if (!Files.exists(file)) {
                    var made = RsaJwkGenerator.generateJwk(2048).getPrivateKey().getEncoded();
                    Files.writeString(
                            file,
                            "-----BEGIN PRIVATE KEY-----\n"
                                    + Base64.getMimeEncoder().encodeToString(made)
                                    + "\n-----END PRIVATE KEY-----\n");
                }
                return file;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String jwks() {
        return new JsonWebKeySet(key()).toJson();
    }
}
