package dev.kontor.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** Records what journeys ask and hear as examples of the published document, where a run wants that: see CONTRIBUTING.md. */
final class Examples implements Filter {

    private static final String PROBLEM = "application/problem+json";
    private static final int LINES = 4;
    /** Of an exchange before it is cut; nobody reads more, and patterns are slow on it. */
    private static final int LONGEST = 200_000;

    private static final int LONGEST_TEXT = 2_000;
    private static final int MEMBERS = 20;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final String service = ConfigProvider.getConfig().getValue("kontor.service", String.class);

    static boolean wanted() {
        return "record".equals(System.getProperty("kontor.examples"));
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        var german = Optional.ofNullable(request.getHeaders().getValue("Accept-Language"))
                .orElse("")
                .startsWith("de");
        // A test that unpacks answers itself gets them packed.
        if (!german && response.header("Content-Encoding") == null) {
            readable(request.getURI())
                    .flatMap(uri -> PublishedOperation.of(request.getMethod(), uri.getPath()))
                    .filter(PublishedOperation::isOurs)
                    .ifPresent(operation -> record(operation, request, response));
        }
        return response;
    }

    private void record(PublishedOperation operation, FilterableRequestSpecification request, Response response) {
        var file = new ExampleFile(service, operation.node().path("operationId").asText());
        var promised = operation.response(response.statusCode());
        if (response.statusCode() / 100 == 2 && !promised.isMissingNode()) {
            exchange(operation, request, response)
                    .filter(Examples::endsNoComment)
                    .ifPresent(file::offerExchange);
        } else if (response.statusCode() / 100 == 4 && !promised.isMissingNode()) {
            body(PROBLEM, response.asString()).filter(Examples::endsNoComment).ifPresent(problem -> {
                var code = problem.at("/body/code").asText();
                promised.path("x-codes").forEach(listed -> {
                    if (listed.asText().equals(code)) {
                        file.offerProblem(code, stable(problem).path("body"));
                    }
                });
            });
        }
    }

    /** Generators put texts into comments. */
    private static boolean endsNoComment(JsonNode example) {
        return !example.toString().contains("*/");
    }

    /** Empty where the document has no such request, or it is not shown whole. */
    private static Optional<ObjectNode> exchange(
            PublishedOperation operation, FilterableRequestSpecification request, Response response) {
        var exchange = JSON.createObjectNode();
        addParameters(exchange, operation, URI.create(request.getURI()));
        var types = operation.node().path("requestBody").path("content");
        if (!types.isEmpty()) {
            var sent = type(request.getContentType());
            var body = types.has(sent) && request.getBody() != null
                    ? body(sent, text(request.getBody()))
                            .filter(Examples::isShort)
                            .filter(whole -> isValid(operation, types.path(sent), whole))
                    : Optional.<ObjectNode>empty();
            if (body.isEmpty()) {
                return Optional.empty();
            }
            exchange.set("request", body.get());
        }
        exchange.put("status", response.statusCode());
        var got = type(response.contentType());
        if (operation.response(response.statusCode()).path("content").has(got)) {
            body(got, response.asString()).ifPresent(body -> exchange.set("answer", start(body)));
        }
        return exchange.toString().length() > LONGEST ? Optional.empty() : Optional.of(stable(exchange));
    }

    private static void addParameters(ObjectNode exchange, PublishedOperation operation, URI uri) {
        var path = exchange.putObject("path");
        var matcher = operation.path().matcher(uri.getPath());
        if (matcher.matches()) {
            for (int i = 0; i < operation.variables().size(); i++) {
                path.put(operation.variables().get(i), matcher.group(i + 1));
            }
        }
        var query = exchange.putObject("query");
        if (uri.getRawQuery() != null) {
            for (var parameter : uri.getRawQuery().split("&", -1)) {
                var parts = parameter.split("=", 2);
                query.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
    }

    /** Empty where it is none that can be read. */
    private static Optional<ObjectNode> body(String type, String text) {
        var body = JSON.createObjectNode().put("type", type);
        if (isBinary(type)) {
            return Optional.of(body);
        }
        if (!type.endsWith("json") || type.equals("application/x-ndjson")) {
            var unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return Optional.of(body.put("body", unmarked.replace("\r\n", "\n")));
        }
        try {
            return Optional.of(body.set("body", JSON.readTree(text)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** An answer may name what it refused of a list, and be good. */
    private static boolean isValid(PublishedOperation operation, JsonNode content, ObjectNode sent) {
        return !sent.has("body")
                || operation.mistakes(content.path("schema"), sent.path("body")).isEmpty();
    }

    /** What is sent is shown whole: an answer counts it. */
    private static boolean isShort(JsonNode sent) {
        if (sent.isTextual()) {
            return sent.textValue().length() <= LONGEST_TEXT
                    && sent.textValue().lines().count() <= LINES;
        }
        return sent.size() <= MEMBERS && sent.valueStream().allMatch(Examples::isShort);
    }

    private static ObjectNode start(ObjectNode body) {
        if (body.path("body").isTextual()) {
            body.put(
                    "body",
                    body.path("body").textValue().lines().limit(LINES).collect(Collectors.joining("\n", "", "\n")));
        }
        return body;
    }

    private static ObjectNode stable(ObjectNode node) {
        return new Stable(TestClock.now(), Instant.now()).of(node);
    }

    private static Optional<URI> readable(String uri) {
        try {
            return Optional.of(new URI(uri));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isBinary(String type) {
        return type.equals("application/pdf") || (type.startsWith("image/") && !type.contains("svg"));
    }

    private static String type(String header) {
        return header == null ? "" : header.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String text(Object body) {
        return body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : body.toString();
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
