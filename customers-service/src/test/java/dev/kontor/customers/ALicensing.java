package dev.kontor.customers;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kontor.testkit.Contract;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;

/** A licensing-service that answers what a test put there before, and 404 for anything else. */
public final class ALicensing implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "quarkus.rest-client.licensing.url";
    private static final String AWAY = "away";
    private static final String SLOW = "slow";

    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    /** The customer's licences: each {@code type status endAt}, as in {@code term active 2027-01-31T00:00:00Z}. */
    public static void says(UUID customer, String... licenses) {
        put(customer, "licenses", told(customer, licenses).state().toString());
    }

    /** Whoever wants another billing type for that customer gets it. */
    public static void converts(UUID customer) {
        put(customer, "billing-type", "{\"effects\": [{\"kind\": \"license-started\"}]}");
    }

    /** Whoever asks about that customer gets no answer. */
    public static void isAway(UUID customer) {
        put(customer, "licenses", AWAY);
    }

    /** Whoever wants another billing type for that customer waits, until this says something else of it. */
    public static void isSlow(UUID customer) {
        put(customer, "billing-type", SLOW);
    }

    /** The event; its state is what the internal path says too. */
    public static Contract told(UUID customer, String... licenses) {
        var told = Contract.of("license.changed");
        var one = told.state().at("/licenses/0");
        var list = Arrays.stream(licenses)
                .map(license -> license.split(" ", -1))
                .map(parts -> one.<ObjectNode>deepCopy()
                        .put("type", parts[0])
                        .put("status", parts[1])
                        .put("endAt", parts[2]))
                .toList();
        return told.key("licenses/" + customer)
                .with("state.customerId", customer)
                .with("state.partnerId", new UUID(0, 0))
                .with("state.version", Instant.now().toEpochMilli())
                .with(
                        "state.status",
                        licenses.length == 0 ? "none" : licenses[0].split(" ", -1)[1])
                .with("state.categories", List.of())
                .with("state.licenses", list);
    }

    private static void put(UUID customer, String what, String body) {
        given().body(body)
                .put(ConfigProvider.getConfig().getValue(URL, String.class) + "/internal/customers/" + customer + "/"
                        + what)
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
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        return Map.of(URL, "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("PUT")) {
                answers.put(path, exchange.getRequestBody().readAllBytes());
                synchronized (answers) {
                    answers.notifyAll();
                }
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            var body = answer(path);
            if (body == null || new String(body, UTF_8).equals(AWAY)) {
                exchange.sendResponseHeaders(body == null ? 404 : 503, -1);
                return;
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private byte[] answer(String path) {
        try {
            synchronized (answers) {
                while (Arrays.equals(answers.get(path), SLOW.getBytes(UTF_8))) {
                    answers.wait();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answers.get(path);
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
