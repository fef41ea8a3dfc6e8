package dev.kontor.billing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The other services' {@code /internal} paths: they answer what a test told them to, and 404 else. A print is its input
 * behind a PDF's first bytes.
 */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    /** From a test: what the path answers from now on. */
    public static void answer(String path, String json) {
        RestAssured.given()
                .body(json.getBytes(StandardCharsets.UTF_8))
                .put(ConfigProvider.getConfig().getValue("kontor.services.customers", String.class) + path)
                .then()
                .statusCode(204);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "kontor.services.customers", url, "kontor.services.licensing", url, "kontor.services.reporting", url);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                answers.put(path, body);
                exchange.sendResponseHeaders(204, -1);
            }
            case "POST" -> {
                var print = new ByteArrayOutputStream();
                print.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
                print.write(body);
                send(exchange, "application/pdf", print.toByteArray());
            }
            default -> {
                var answer = answers.get(path);
                if (answer == null) {
                    exchange.sendResponseHeaders(404, -1);
                } else {
                    send(exchange, "application/json", answer);
                }
            }
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
