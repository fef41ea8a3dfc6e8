package dev.kontor.gateway.stage;

import dev.kontor.gateway.tokens.Forge;
import dev.kontor.local.TestServers;
import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The gateway's surroundings: a real broker with a heart that beats, an issuer, and one stub for all services. */
public final class GatewayStage implements QuarkusTestResourceLifecycleManager {

    private final KontorServers servers = new KontorServers();
    private StubServices stub;
    private Heart heart;
    private Broker broker;
    private Path signingKey;

    @Override
    public Map<String, String> start() {
        // Made before the gateway waits for them.
        Keys.issuer();
        Keys.launch();
        var settings = new HashMap<>(servers.start());
        heart = new Heart(settings.get("kafka.bootstrap.servers"));
        broker = new Broker(TestServers.endpoint().pid());
        stub = new StubServices(heart, broker);
        signingKey = writeSigningKey();
        for (var service : new String[] {"customers", "licensing", "billing", "reporting"}) {
            settings.put("kontor.services." + service, stub.url());
        }
        // The same by another name, so that a test can have it away without the others.
        settings.put("kontor.services.billing", stub.url().replace("127.0.0.1", "localhost"));
        settings.put("kontor.trust.customers", stub.url() + "/launch-keys");
        settings.put("kontor.issuers.default.issuer", Forge.ISSUER);
        settings.put("kontor.issuers.default.jwks", stub.url() + "/issuer-keys");
        settings.put("kontor.partner-api.token-endpoint", stub.url() + "/issuer-token");
        settings.put("kontor.signing.key", signingKey.toString());
        settings.put("kontor.cors.origins", "https://console.example,http://localhost:*");
        // What any one partner of a test asks stays below; a test that wants to be refused gets there soon.
        settings.put("kontor.limits.partner.rate", "5");
        settings.put("kontor.limits.partner.burst", "200");
        settings.put("kontor.limits.open", "20");
        settings.put("kontor.forwarding.body-grace", "PT1S");
        settings.put("kontor.forwarding.answer-window", "PT1S");
        settings.put("kontor.forwarding.timeout", "PT5S");
        return settings;
    }

    private static Path writeSigningKey() {
        try {
            var key = Forge.rsa("any").getPrivateKey().getEncoded();
            var file = Files.createTempFile("gateway", ".pem");
            var body = Base64.getMimeEncoder().encodeToString(key);
            return Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        broker.signal("CONT");
        heart.stop();
        stub.stop();
        servers.stop();
        try {
            Files.deleteIfExists(signingKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
