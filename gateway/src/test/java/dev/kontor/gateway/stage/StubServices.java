package dev.kontor.gateway.stage;

import dev.kontor.gateway.tokens.Forge;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands for every service: answers with what it saw, as JSON; for {@code /internal} with what a test laid down.
 *
 * <p>It is steered over HTTP, so that it does not matter which class loader a test lives in. A query
 * {@code ?stub=…} asks for a special answer.
 */
final class StubServices {

    private static final int MIB = 1024 * 1024;
    private static final int FLOOD = 256 * MIB;

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, JsonObject> answers = new ConcurrentHashMap<>();
    private final List<JsonObject> seen = new CopyOnWriteArrayList<>();
    private final List<HttpServerRequest> unread = new CopyOnWriteArrayList<>();
    private final Heart heart;
    private final Broker broker;
    private final HttpServer server;

    StubServices(Heart heart, Broker broker) {
        this.heart = heart;
        this.broker = broker;
        // So small that a caller soon feels when a service stops reading.
        server = vertx.createHttpServer(new HttpServerOptions().setReceiveBufferSize(32 * 1024))
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(HttpServerRequest request) {
        switch (request.path()) {
            case "/issuer-keys" -> request.response().end(Forge.jwks(Keys.issuer()));
            case "/launch-keys" -> request.response().end(Forge.jwks(Keys.launch()));
            case "/issuer-token" -> request.body().onSuccess(body -> giveToken(request, body));
            case "/stub/answers" ->
                request.bodyHandler(body -> {
                    answers.put(request.getParam("path"), body.toJsonObject());
                    request.response().end();
                });
            case "/stub/heart" -> {
                heart.beat(request.getParam("beat"));
                request.response().end();
            }
            case "/stub/broker" -> {
                broker.signal(request.getParam("signal"));
                request.response().end();
            }
            case "/stub/seen" ->
                request.response()
                        .end(new JsonArray(seen.stream()
                                        .filter(it -> it.getString("uri").contains(request.getParam("with")))
                                        .toList())
                                .encode());
            case "/stub/read" -> {
                unread.forEach(HttpServerRequest::resume);
                unread.clear();
                request.response().end();
            }
            default -> {
                request.body().onSuccess(body -> answer(request, body));
                if ("unread".equals(request.getParam("stub"))) {
                    request.pause();
                    unread.add(request);
                }
            }
        }
    }

    /** As Keycloak does, with members of its own; a client called {@code broken} finds the issuer so. */
    private void giveToken(HttpServerRequest request, Buffer body) {
        seen.add(sight(request, body));
        var basic = new String(
                Base64.getDecoder().decode(request.getHeader("Authorization").substring("Basic ".length())),
                StandardCharsets.UTF_8);
        var answer = request.response().putHeader("Content-Type", "application/json");
        if (basic.startsWith("broken:")) {
            answer.setStatusCode(500).end("{}");
        } else if (!basic.endsWith(":s3cret%26")) {
            answer.setStatusCode(401)
                    .end(new JsonObject().put("error", "invalid_client").encode());
        } else {
            answer.end(new JsonObject()
                    .put("access_token", "header.claims.signature")
                    .put("expires_in", 7200)
                    .put("refresh_expires_in", 0)
                    .put("token_type", "Bearer")
                    .put("not-before-policy", 0)
                    .put("scope", "customers:read")
                    .encode());
        }
    }

    private void answer(HttpServerRequest request, Buffer body) {
        var sight = sight(request, body);
        seen.add(sight);
        if (request.path().startsWith("/internal/")) {
            var answer = answers.getOrDefault(request.path(), unlessLaidDown(request.path()));
            request.response()
                    .setStatusCode(answer.getInteger("status"))
                    .end(answer.getJsonObject("body", new JsonObject()).encode());
            return;
        }
        var special = request.getParam("stub") == null ? "" : request.getParam("stub");
        switch (special) {
            case "hang-up" -> request.connection().close();
            case "hang-up-once" -> {
                if (seen.stream()
                                .filter(it -> it.getString("uri").equals(request.uri()))
                                .count()
                        == 1) {
                    request.connection().close();
                } else {
                    request.response().end(sight.encode());
                }
            }
            case "break-off" ->
                request.response().setChunked(true).write("begun").onComplete(written -> request.connection()
                        .close());
            case "events" -> {
                request.connection()
                        .closeHandler(gone -> seen.add(new JsonObject().put("uri", request.uri() + "#gone")));
                request.response()
                        .setChunked(true)
                        .putHeader("Content-Type", "text/event-stream")
                        .write("data: first\n\n");
            }
            case "flood" -> flood(request);
            case "silence" -> {
                // Whoever waits for this answer waits for nothing.
            }
            case "refusal" ->
                request.response()
                        .setStatusCode(Integer.parseInt(request.getParam("status")))
                        .putHeader("Content-Type", "application/problem+json")
                        .putHeader("Retry-After", "7")
                        .end(new JsonObject()
                                .put("type", "/problems/validation-failed")
                                .put("detail", "One value is refused.")
                                .put("code", "validation-failed")
                                .put(
                                        "errors",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("pointer", "/name")
                                                        .put("detail", "must not be blank")))
                                .encode());
            case "long-refusal" ->
                request.response()
                        .setStatusCode(409)
                        .putHeader("Content-Type", "application/problem+json")
                        .end(new JsonObject().put("detail", "x".repeat(100_000)).encode());
            case "not-modified" ->
                request.response()
                        .setStatusCode(304)
                        .putHeader("ETag", "\"1.a\"")
                        .end();
            case "news" ->
                request.response()
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Kontor-News", request.getParam("news"))
                        .end(sight.encode());
            case "no-content" -> request.response().setStatusCode(204).end();
            case "list", "secret" ->
                request.response()
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Cache-Control", special.equals("secret") ? "no-store" : "private, no-cache")
                        .putHeader("ETag", "\"1.a\"")
                        .end(new JsonObject()
                                .put("items", "Müller ".repeat(20_000))
                                .encode());
            case "big" -> request.response().end(Buffer.buffer(new byte[20 * MIB]));
            case "hops" ->
                request.response()
                        .putHeader("Connection", "X-Inside, close")
                        .putHeader("X-Inside", "secret")
                        .putHeader("Keep-Alive", "timeout=5")
                        .putHeader("Server", "inside/1.0")
                        .putHeader("X-Powered-By", "inside")
                        .putHeader("Set-Cookie", "a=b")
                        .putHeader("ETag", "\"1.a\"")
                        .end("{}");
            default ->
                request.response().putHeader("Content-Type", "application/json").end(sight.encode());
        }
    }

    /** A partner is there, in no programme; all else is unknown. */
    private static JsonObject unlessLaidDown(String path) {
        return path.startsWith("/internal/partners/")
                ? new JsonObject()
                        .put("status", 200)
                        .put(
                                "body",
                                new JsonObject()
                                        .put("programs", new JsonArray())
                                        .put("version", 0))
                : new JsonObject().put("status", 404);
    }

    /** Writes for as long as someone takes it, to no end; tells how much that was once they are gone. */
    private void flood(HttpServerRequest request) {
        var answer = request.response().setChunked(true);
        request.connection()
                .closeHandler(gone -> seen.add(
                        new JsonObject().put("uri", request.uri() + "#gone").put("written", answer.bytesWritten())));
        pour(answer);
        answer.drainHandler(drained -> pour(answer));
    }

    private static void pour(HttpServerResponse answer) {
        while (!answer.writeQueueFull() && answer.bytesWritten() < FLOOD) {
            answer.write(Buffer.buffer(new byte[MIB / 16]));
        }
    }

    private static JsonObject sight(HttpServerRequest request, Buffer body) {
        var headers = new JsonObject();
        request.headers()
                .forEach(header -> headers.put(header.getKey().toLowerCase(java.util.Locale.ROOT), header.getValue()));
        return new JsonObject()
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("headers", headers)
                .put("length", body.length())
                .put("body", body.length() < 1_000 ? body.toString() : "…");
    }
}
