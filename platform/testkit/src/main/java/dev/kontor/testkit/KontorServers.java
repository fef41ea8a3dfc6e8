package dev.kontor.testkit;

import com.sun.net.httpserver.HttpServer;
import dev.kontor.local.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Gives the service under test its database, its broker, and a gateway whose passports it believes. */
public final class KontorServers implements QuarkusTestResourceLifecycleManager {

    private static final List<String> PROCESSES = List.of("gateway", "customers", "licensing", "billing", "reporting");
    private static final String PASSWORD = "for-tests-only";

    private HttpServer keys;

    @Override
    public Map<String, String> start() {
        try {
            var servers = TestServers.endpoint();
            var service = serviceUnderTest();
            var settings = new HashMap<String, String>();
            if (!service.equals("gateway")) {
                servers.databases().create(service, PASSWORD, PASSWORD);
                settings.put(
                        "quarkus.datasource.jdbc.url",
                        "jdbc:postgresql://127.0.0.1:" + servers.postgresPort() + "/" + service);
                settings.put("quarkus.datasource.username", service + "_app");
                settings.put("quarkus.datasource.password", PASSWORD);
                // Tests migrate as they start.
                settings.put("quarkus.flyway.migrate-at-start", "true");
                settings.put("quarkus.flyway.username", service + "_owner");
                settings.put("quarkus.flyway.password", PASSWORD);
            }
            settings.put("kafka.bootstrap.servers", servers.kafkaBootstrap());
            settings.put("kontor.signing-key", TestKeys.serviceKey().toString());
            // A minute is too long for a test.
            settings.put("kontor.evidence.every", "PT1S");
            settings.put("kontor.clock.movable", "true");
            settings.put("quarkus.http.test-port", "0");
            settings.put("quarkus.management.test-port", "0");
            var jwks = serveKeys();
            PROCESSES.forEach(name -> settings.put("kontor.trust." + name, jwks));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (keys != null) {
            keys.stop(0);
        }
    }

    private String serveKeys() throws IOException {
        var body = TestKeys.jwks().getBytes(StandardCharsets.UTF_8);
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/jwk-set+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        keys.start();
        return "http://127.0.0.1:" + keys.getAddress().getPort() + "/jwks";
    }

    private static String serviceUnderTest() throws IOException {
        var properties = new Properties();
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream("application.properties")) {
            if (in != null) {
                properties.load(in);
            }
        }
        var service = properties.getProperty("kontor.service");
        if (service == null) {
            throw new IllegalStateException("application.properties does not name its kontor.service");
        }
        return service;
    }
}
