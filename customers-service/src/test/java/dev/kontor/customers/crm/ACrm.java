package dev.kontor.customers.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A CRM as Salesforce speaks, that can be told to misbehave. */
final class ACrm implements AutoCloseable {

    static final String CLIENT = "kontor & co";
    static final String SECRET = "s3cret+/=";

    final List<Request> accounts = new CopyOnWriteArrayList<>();
    final List<Request> others = new CopyOnWriteArrayList<>();
    final AtomicInteger tokens = new AtomicInteger();

    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Behaviour behaviour = (crm, exchange) -> answer(exchange, 204, "");

    record Request(String method, String path, String authorization, String body) {}

    interface Behaviour {
        void answer(ACrm crm, HttpExchange exchange) throws IOException;
    }

    ACrm() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void works() {
        behaviour = (crm, exchange) -> answer(exchange, 204, "");
    }

    void answers(int status, Map<String, String> headers) {
        behaviour = (crm, exchange) -> {
            headers.forEach(exchange.getResponseHeaders()::add);
            answer(exchange, status, "[{\"message\":\"no\",\"errorCode\":\"NO\"}]");
        };
    }

    void answers(int status, String body) {
        behaviour = (crm, exchange) -> answer(exchange, status, body);
    }

    /** Takes the request and never says anything. */
    void isSlow() {
        behaviour = (crm, exchange) -> {
            try {
                crm.closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Takes as many requests as there are, and answers none before the gate is open. */
    void holdsUntil(CountDownLatch open) {
        behaviour = (crm, exchange) -> {
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            answer(exchange, 204, "");
        };
    }

    /** Until whoever listens has heard enough. */
    void talksWithoutEnd() {
        behaviour = (crm, exchange) -> {
            exchange.sendResponseHeaders(500, 0);
            while (crm.closed.getCount() > 0) {
                exchange.getResponseBody().write(new byte[8_192]);
            }
        };
    }

    /** Tokens got so far are good no more. */
    void forgetsItsTokens() {
        var from = tokens.get();
        behaviour = (crm, exchange) -> {
            var token = Integer.parseInt(
                    exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer token-", ""));
            answer(exchange, token > from ? 204 : 401, "");
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            if (request.path().equals("/services/oauth2/token")) {
                token(exchange, request);
            } else if (request.path().startsWith("/services/data/")) {
                accounts.add(request);
                behaviour.answer(this, exchange);
            } else {
                others.add(request);
                answer(exchange, 204, "");
            }
        }
    }

    private void token(HttpExchange exchange, Request request) throws IOException {
        if (request.body()
                .equals("grant_type=client_credentials&client_id=kontor+%26+co&client_secret=s3cret%2B%2F%3D")) {
            answer(exchange, 200, "{\"access_token\":\"token-" + tokens.incrementAndGet() + "\"}");
        } else {
            answer(exchange, 400, "{\"error\":\"invalid_client\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
