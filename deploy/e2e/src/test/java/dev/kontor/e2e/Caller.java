package dev.kontor.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A client with one token that does what api.md tells clients to: every POST has an Idempotency-Key, and what is
 * answered 503, or breaks off, is sent again with the same key.
 */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final RestAssuredConfig UTF_8 = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .defaultContentCharset(StandardCharsets.UTF_8)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private final String gateway;
    private final String token;

    Caller(String gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    Response get(String path) {
        return send(request -> request.get(gateway + path));
    }

    Response get(String path, String accept) {
        return send(request -> request.accept(accept).get(gateway + path));
    }

    Response post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    Response post(String path, Object body, String key) {
        return send(request -> {
            request.header("Idempotency-Key", key).contentType("application/json");
            return (body == null ? request : request.body(body)).post(gateway + path);
        });
    }

    Response put(String path, String contentType, Object body) {
        return send(request -> {
            request.contentType(contentType);
            return (body instanceof byte[] bytes ? request.body(bytes) : request.body(body)).put(gateway + path);
        });
    }

    Response patch(String path, Object body) {
        return send(request ->
                request.contentType("application/merge-patch+json").body(body).patch(gateway + path));
    }

    Response delete(String path) {
        return send(request -> request.delete(gateway + path));
    }

    private Response send(Function<RequestSpecification, Response> call) {
        var answer = new AtomicReference<Response>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            try {
                answer.set(call.apply(given().config(UTF_8).header("Authorization", "Bearer " + token)));
                return answer.get().statusCode() != 503;
            } catch (Exception brokenOff) {
                // REST Assured throws checked exceptions it does not declare: the connection broke in mid-air.
                if (brokenOff instanceof IOException) {
                    return false;
                }
                throw brokenOff;
            }
        });
        return answer.get();
    }

    /** Asserts a problem with that status and code. */
    static void refused(Response response, int status, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
        assertThat(response.jsonPath().getString("title")).isNotBlank();
        assertThat(response.jsonPath().getString("detail")).isNotBlank();
    }

    /** Asserts the status of a success. */
    static Response answered(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        return response;
    }
}
