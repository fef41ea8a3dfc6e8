package dev.kontor.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** HTTP with JSON, as a caller of the public API sees it. */
final class Http {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** An answer: status, and the body where it was JSON. */
    record Answer(int status, JsonNode json, String text) {

        boolean ok() {
            return status / 100 == 2;
        }

        /** The problem in a few words: its code and detail, or what came instead. */
        String problem() {
            var words = new StringBuilder().append(status);
            if (!json.path("code").isMissingNode()) {
                words.append(' ').append(json.path("code").asText());
                words.append(": ").append(json.path("detail").asText());
                for (var error : json.path("errors")) {
                    words.append("; ")
                            .append(error.path("pointer")
                                    .asText(error.path("parameter").asText()));
                    words.append(' ')
                            .append(error.path("detail")
                                    .asText(error.path("code").asText()));
                }
            } else {
                words.append(' ').append(text.lines().findFirst().orElse(""));
            }
            return words.toString();
        }
    }

    Answer get(String url, String token) {
        return send(request(url, token).GET());
    }

    Answer send(String method, String url, String token, JsonNode body) {
        var text = body.toString();
        // The same wish in the same words is one wish, however often it is sent.
        var key = UUID.nameUUIDFromBytes((url + text).getBytes(StandardCharsets.UTF_8));
        return send(request(url, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .method(method, BodyPublishers.ofString(text)));
    }

    Answer send(String method, String url, String token, String type, byte[] body) {
        return send(request(url, token).header("Content-Type", type).method(method, BodyPublishers.ofByteArray(body)));
    }

    Answer post(String url, String form) {
        var body = BodyPublishers.ofString(form);
        return send(request(url, null)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(body));
    }

    /** Whether a readiness check is green; no connection is no. */
    boolean ready(String managementUrl) {
        try {
            var request = HttpRequest.newBuilder(URI.create(managementUrl + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static HttpRequest.Builder request(String url, String token) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()), response.body());
        } catch (ConnectException e) {
            throw new Refusal("Nothing answers at " + request.uri() + "; see deploy/status");
        } catch (IOException e) {
            throw new Refusal(request.method() + " " + request.uri() + " failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted");
        }
    }

    private static JsonNode parse(String body) {
        try {
            var json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
