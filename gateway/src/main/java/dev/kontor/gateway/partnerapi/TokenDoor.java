package dev.kontor.gateway.partnerapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.gateway.policy.GatewayProblem;
import dev.kontor.gateway.problems.ProblemAnswers;
import dev.kontor.gateway.proxy.Trace;
import dev.kontor.platform.web.CommonProblem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code POST /api/v2/oauth2/token}: a token for a client's credentials, as form or JSON, in exactly the vendor's members. */
@Singleton
public class TokenDoor {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** In bytes. */
    private static final int LONGEST_BODY = 16 * 1024;

    private static final long BODY_SECONDS = 10;
    private static final Map<String, String> UNSTORED = Map.of("Cache-Control", "no-store", "Pragma", "no-cache");

    private final TokenEndpoint endpoint;
    private final ProblemAnswers answers;
    private final RefusedClients refusedClients = new RefusedClients();

    TokenDoor(TokenEndpoint endpoint, ProblemAnswers answers) {
        this.endpoint = endpoint;
        this.answers = answers;
    }

    /** One member more and a Python client breaks, {@code refresh_token} missing and a PHP one does. */
    record Granted(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            @JsonProperty("refresh_token") String refreshToken,
            String errorCode,
            String message,
            String trackingId) {}

    /** The vendor's members, and RFC 6749's two. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(
            String error,
            @JsonProperty("error_description") String description,
            String errorCode,
            String message,
            String trackingId) {}

    /** Answers; fails with the problem where that says it better than the vendor's refusals of tokens. */
    public Future<Void> answer(HttpServerRequest request, Trace trace) {
        if (!endpoint.isThere()) {
            throw GatewayProblem.NOT_OFFERED.problem();
        }
        return body(request).compose(body -> {
            var fields = fields(request.getHeader(HttpHeaders.CONTENT_TYPE), body);
            var client = fields.getOrDefault("client_id", "");
            var secret = fields.getOrDefault("client_secret", "");
            if (!"client_credentials".equals(fields.get("grant_type"))) {
                return refuse(
                        request,
                        400,
                        new Refused(
                                "unsupported_grant_type",
                                "Only client_credentials is offered; tokens are not refreshed, but asked for anew",
                                "oauth.unsupported_grant_type",
                                "Bad Request",
                                VendorErrors.id(trace)));
            }
            if (client.isEmpty() || secret.isEmpty()) {
                return refuse(request, 401, unauthorized("client_id and client_secret are needed", trace));
            }
            refusedClients.require(client);
            return endpoint.tokenFor(client, secret).compose(token -> {
                if (token.isEmpty()) {
                    refusedClients.add(client);
                    return refuse(request, 401, unauthorized("The issuer refuses this client", trace));
                }
                var granted = new Granted(
                        token.get().value(),
                        "bearer",
                        token.get().life(),
                        null,
                        "success",
                        "OK",
                        VendorErrors.id(trace));
                answers.send(request, 200, UNSTORED, "application/json", granted);
                return Future.succeededFuture();
            });
        });
    }

    private static Refused unauthorized(String why, Trace trace) {
        return new Refused(
                "invalid_client", why, "oauth.invalid_client_secret", "Unauthorized", VendorErrors.id(trace));
    }

    private Future<Void> refuse(HttpServerRequest request, int status, Refused refused) {
        answers.send(request, status, UNSTORED, "application/json", refused);
        return Future.succeededFuture();
    }

    private static Future<Buffer> body(HttpServerRequest request) {
        if (request.isEnded()) {
            return Future.succeededFuture(Buffer.buffer());
        }
        var whole = Promise.<Buffer>promise();
        var read = Buffer.buffer();
        request.handler(part -> {
            if (read.length() + part.length() > LONGEST_BODY) {
                whole.tryFail(CommonProblem.TOO_LARGE.problem().header("Connection", "close"));
            } else {
                read.appendBuffer(part);
            }
        });
        request.endHandler(end -> whole.tryComplete(read));
        request.exceptionHandler(whole::tryFail);
        request.resume();
        return whole.future()
                .timeout(BODY_SECONDS, TimeUnit.SECONDS)
                .recover(cause -> Future.failedFuture(
                        cause instanceof TimeoutException
                                ? GatewayProblem.REQUEST_TOO_SLOW.problem().header("Connection", "close")
                                : cause));
    }

    /** Of either kind, whichever a body says it is; most clients send a form and some say nothing of its type. */
    private static Map<String, String> fields(String type, Buffer body) {
        return type != null && type.startsWith("application/json") ? ofJson(body) : ofForm(body.toString());
    }

    private static Map<String, String> ofJson(Buffer body) {
        try {
            var fields = new HashMap<String, String>();
            JSON.readTree(body.getBytes()).properties().stream()
                    .filter(field -> field.getValue().isTextual())
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asText()));
            return fields;
        } catch (IOException unreadable) {
            throw CommonProblem.MALFORMED_JSON.problem();
        }
    }

    private static Map<String, String> ofForm(String body) {
        var fields = new HashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return text;
        }
    }
}
