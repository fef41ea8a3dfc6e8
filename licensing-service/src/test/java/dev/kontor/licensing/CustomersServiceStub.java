package dev.kontor.licensing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stands for customers-service, which these tests don't own. It answers {@code GET /internal/customers/{id}} with what a
 * test PUT there, 404 else; keeps what it is told of account types; and makes the customer of a managed order whose name
 * a test announced. Told over HTTP, since tests and test resources live in different class loaders.
 */
public final class CustomersServiceStub implements QuarkusTestResourceLifecycleManager {

    private static final String SETTING = "kontor.services.customers";
    private static final String BROKEN = "broken";
    private static final String BY_NAME = "/internal/managed-orders/by-name/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    public static void knows(UUID customerId, String answer) {
        put("/internal/customers/" + customerId, answer);
    }

    /** Whoever asks for this customer gets a 500. */
    public static void failsFor(UUID customerId) {
        knows(customerId, BROKEN);
    }

    /** Whoever tells this customer's account type gets a 500, until it is mended. */
    public static void refusesAccountTypeOf(UUID customerId) {
        put(accountType(customerId), BROKEN);
    }

    public static void takesAccountTypeOf(UUID customerId) {
        put(accountType(customerId), "{}");
    }

    /** The account type it was told last. */
    public static JsonNode accountTypeToldOf(UUID customerId) {
        var told = given().get(root() + accountType(customerId) + "-told");
        return told.statusCode() == 200 ? told.as(JsonNode.class) : null;
    }

    /** The answer to an order for a new customer of that name; a problem answers with its status. */
    public static void makesOrdered(String name, String answer) {
        put(BY_NAME + name, answer);
    }

    public static void failsToMakeOrdered(String name) {
        makesOrdered(name, BROKEN);
    }

    /** The id of the order for a new customer of that name that it was asked for last. */
    public static String orderAskedFor(String name) {
        return given().get(root() + BY_NAME + name + "/asked").path("id");
    }

    private static String accountType(UUID customerId) {
        return "/internal/customers/" + customerId + "/account-type";
    }

    private static void put(String path, String body) {
        given().body(body).put(root() + path).then().statusCode(200);
    }

    private static String root() {
        return ConfigProvider.getConfig().getValue(SETTING, String.class);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/internal/", this::answer);
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
            var put = exchange.getRequestMethod().equals("PUT");
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            // Tests come without a passport, the service under test with one.
            var service = exchange.getRequestHeaders().containsKey("Authorization");
            if (put && !service) {
                answers.put(path, body);
                exchange.sendResponseHeaders(200, -1);
            } else if (put && path.endsWith("/account-type")) {
                takeAccountType(exchange, path, body);
            } else if (put) {
                var name = JSON.readTree(body).path("name").asText();
                answers.put(BY_NAME + name + "/asked", "{\"id\":\"" + path.split("/", -1)[3] + "\"}");
                answer(exchange, answers.get(BY_NAME + name));
            } else {
                answer(exchange, answers.get(path));
            }
        }
    }

    private void takeAccountType(HttpExchange exchange, String path, String body) throws IOException {
        if (BROKEN.equals(answers.get(path))) {
            answer(exchange, BROKEN);
        } else {
            answers.put(path + "-told", body);
            answer(exchange, body);
        }
    }

    private static void answer(HttpExchange exchange, String answer) throws IOException {
        if (answer == null || answer.equals(BROKEN)) {
            exchange.sendResponseHeaders(answer == null ? 404 : 500, -1);
            return;
        }
        var problem = JSON.readTree(answer).path("status");
        var body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", problem.isInt() ? "application/problem+json" : "application/json");
        exchange.sendResponseHeaders(problem.asInt(200), body.length);
        exchange.getResponseBody().write(body);
    }
}
