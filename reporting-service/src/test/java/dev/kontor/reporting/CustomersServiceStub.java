package dev.kontor.reporting;

import static io.restassured.RestAssured.given;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stands for customers-service, which these tests don't own: it answers a path below {@code /internal} with what a test
 * PUT there, 404 else. Told over HTTP, since tests and test resources live in different class loaders.
 */
public final class CustomersServiceStub implements QuarkusTestResourceLifecycleManager {

    private static final String SETTING = "kontor.services.customers";

    @SuppressWarnings("ArrayRecordComponent")
    private record Answer(String type, byte[] body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    static void knows(String path, String json) {
        given().contentType("application/json").body(json).put(url(path)).then().statusCode(200);
    }

    static void has(String path, byte[] png) {
        given().contentType("image/png").body(png).put(url(path)).then().statusCode(200);
    }

    /** From now on this path answers 500, as a service in trouble does. */
    static void fails(String path) {
        given().contentType("text/plain").body("fails").put(url(path)).then().statusCode(200);
    }

    private static String url(String path) {
        return ConfigProvider.getConfig().getValue(SETTING, String.class) + "/internal/" + path;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/", this::answer);
            server.start();
            return Map.of(SETTING, "http://127.0.0.1:" + server.getAddress().getPort());
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
                var type = exchange.getRequestHeaders().getFirst("Content-Type");
                answers.put(path, new Answer(type, exchange.getRequestBody().readAllBytes()));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            var answer = answers.get(path);
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
            } else if (exchange.getRequestHeaders().getFirst("Authorization") == null
                    || answer.type().startsWith("text/plain")) {
                exchange.sendResponseHeaders(500, -1);
            } else {
                exchange.getResponseHeaders().add("Content-Type", answer.type());
                exchange.sendResponseHeaders(200, answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        }
    }
}
