package dev.kontor.licensing;

import static io.restassured.RestAssured.given;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stands for customers-service, which these tests don't own: it answers {@code GET /internal/customers/{id}} with what a
 * test PUT there, 404 else. Told over HTTP, since tests and test resources live in different class loaders.
 */
public final class CustomersServiceStub implements QuarkusTestResourceLifecycleManager {

    private static final String SETTING = "kontor.services.customers";
    private static final String BROKEN = "broken";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    public static void knows(UUID customerId, String answer) {
        given().body(answer).put(url(customerId)).then().statusCode(200);
    }

    /** Whoever asks for this customer gets a 500. */
    public static void failsFor(UUID customerId) {
        knows(customerId, BROKEN);
    }

    private static String url(UUID customerId) {
        return ConfigProvider.getConfig().getValue(SETTING, String.class) + "/internal/customers/" + customerId;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/customers/", this::answer);
            server.start();
            // The clock answers at the root of the management port, not below /q.
            return Map.of(
                    SETTING,
                    "http://127.0.0.1:" + server.getAddress().getPort(),
                    "test.management.url",
                    "http://127.0.0.1:${quarkus.management.test-port}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("PUT")) {
                answers.put(path, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            var answer = answers.get(path);
            if (authorization == null || BROKEN.equals(answer)) {
                exchange.sendResponseHeaders(500, -1);
            } else if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                var body = answer.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
