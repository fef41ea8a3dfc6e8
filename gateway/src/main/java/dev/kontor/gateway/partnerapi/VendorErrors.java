package dev.kontor.gateway.partnerapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.gateway.policy.Route;
import dev.kontor.gateway.policy.Route.Customer;
import dev.kontor.gateway.problems.ProblemAnswers;
import dev.kontor.gateway.proxy.Rewording;
import dev.kontor.gateway.proxy.Trace;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.ProblemDocument;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says problems, the gateway's own and those of services, in the vendor's words and with Kontor's code. */
@Singleton
public class VendorErrors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Integer, String> WORDS = Map.of(
            401, "Unauthorized",
            403, "forbidden",
            404, "notFound",
            405, "methodNotAllowed",
            409, "conflict",
            429, "tooManyRequests",
            503, "serviceUnavailable");

    private final ProblemAnswers answers;
    private final String publicUrl;
    private final Clock clock = Clock.systemUTC();

    /** The body of a refusal; clients use its status, that there is an {@code error}, and the message. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VendorError(
            String error,
            String message,
            String code,
            String correlationId,
            String requestId,
            String createdAt,
            String docUrl) {}

    VendorErrors(
            ProblemAnswers answers,
            @ConfigProperty(name = "kontor.public.url", defaultValue = "http://127.0.0.1:8080") URI publicUrl) {
        this.answers = answers;
        this.publicUrl = publicUrl.toString().replaceAll("/$", "");
    }

    /** Answers with the problem; the route is null where the request means none. */
    public void send(HttpServerRequest request, Problem problem, Route route, String path, Trace trace) {
        var document = ProblemDocument.of(problem, ProblemAnswers.language(request), path, trace.id());
        send(request, problem.status(), problem.headers(), JSON.valueToTree(document), route, trace);
    }

    /** How a service's problems on that route are said. */
    public Rewording rewording(Route route, Trace trace) {
        return (request, answer, problem) -> {
            var retryAfter = answer.getHeader(HttpHeaders.RETRY_AFTER);
            Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter);
            send(request, answer.statusCode(), headers, tree(problem), route, trace);
        };
    }

    /** The trace as a UUID, which clients expect where the vendor names a request. */
    static String id(Trace trace) {
        var digits = trace.id();
        return new UUID(
                        Long.parseUnsignedLong(digits.substring(0, 16), 16),
                        Long.parseUnsignedLong(digits.substring(16), 16))
                .toString();
    }

    private void send(
            HttpServerRequest request,
            int refused,
            Map<String, String> headers,
            JsonNode problem,
            Route route,
            Trace trace) {
        int status = status(refused, route);
        var code = problem.path("code").asText(null);
        var error = new VendorError(
                word(status),
                message(problem),
                code,
                id(trace),
                id(trace),
                now().toString(),
                code == null ? null : publicUrl + "/problems/" + code);
        answers.send(request, status, headers, "application/json", error);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A customer that is not there and one that is somebody else's look alike, and as the vendor has it. */
    private static int status(int refused, Route route) {
        boolean tenant = refused == 404 && route != null && route.customer() == Customer.IN_HEADER;
        return tenant ? 403 : refused == 422 ? 400 : refused;
    }

    private static String word(int status) {
        return WORDS.getOrDefault(status, status >= 500 ? "internalServerError" : "badRequest");
    }

    /** The detail, and the wrong places of the input: those who read it see nothing else. */
    private static String message(JsonNode problem) {
        var places = StreamSupport.stream(problem.path("errors").spliterator(), false)
                .map(place ->
                        place.path("pointer").asText(place.path("parameter").asText()) + ": "
                                + place.path("detail").asText())
                .collect(Collectors.joining("; "));
        var detail = problem.path("detail").asText(null);
        return places.isEmpty() ? detail : detail + " " + places;
    }

    private static JsonNode tree(Buffer problem) {
        try {
            return problem.length() == 0 ? JSON.createObjectNode() : JSON.readTree(problem.getBytes());
        } catch (IOException unreadable) {
            return JSON.createObjectNode();
        }
    }
}
