package dev.kontor.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Holds every answer that a test gets against the documents that the gateway serves: its status, the form of its JSON, the headers that a
 * client may want, and of a refusal its code. What is not in the document is nobody's promise, and is passed over.
 */
public final class AsPromised implements Filter, QuarkusTestBeforeEachCallback {

    private static final List<String> HEADERS =
            List.of("ETag", "Location", "Link", "Content-Hash", "Retry-After", "WWW-Authenticate");
    /** What the gateway answers itself; in its tests, stubs answer the rest. */
    private static final Set<String> OF_THE_GATEWAY = Set.of("Callers", "Documentation");

    /** Those whose answers callers get; modules have services of their own in their tests. */
    private static final Set<String> PROMISING = Set.of("billing", "customers", "gateway", "licensing", "reporting");

    private static final int REFUSED = 400;
    private static final int UNAUTHENTICATED = 401;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (PROMISING.contains(service())) {
            RestAssured.replaceFiltersWith(
                    Examples.wanted() && !service().equals("gateway") ? List.of(this, new Examples()) : List.of(this));
        }
    }

    private static String service() {
        return ConfigProvider.getConfig().getValue("kontor.service", String.class);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        var path = URI.create(request.getURI()).getPath();
        PublishedOperation.of(request.getMethod(), path)
                .filter(operation -> isPromised(operation, response))
                .ifPresent(operation -> check(operation, response));
        return response;
    }

    /**
     * A stub in a service's place promises nothing, but what the gateway refuses without asking it; and refusals get the vendor's form,
     * where its API is spoken, in the gateway only.
     */
    private static boolean isPromised(PublishedOperation operation, Response response) {
        if (response.statusCode() >= REFUSED && !operation.isOurs()) {
            return false;
        }
        if (service().equals("gateway")) {
            return isOfTheGateway(operation) || isProblem(response);
        }
        // A service answers nobody whom no gateway sent.
        return response.statusCode() != UNAUTHENTICATED;
    }

    private static boolean isOfTheGateway(PublishedOperation operation) {
        return OF_THE_GATEWAY.contains(operation.node().at("/tags/0").asText());
    }

    private static boolean isProblem(Response response) {
        return String.valueOf(response.contentType()).startsWith("application/problem+json");
    }

    private static void check(PublishedOperation operation, Response response) {
        var where = operation.name() + " " + response.statusCode();
        var promised = operation.response(response.statusCode());
        if (promised.isMissingNode()) {
            throw new AssertionError(where + " is not in the document\n" + response.asString());
        }
        var mistakes = new ArrayList<String>();
        for (var header : HEADERS) {
            if (response.header(header) != null && !promised.path("headers").has(header)) {
                mistakes.add("has " + header);
            }
        }
        var codes = promised.path("x-codes");
        // A test that unpacks answers itself gets them packed.
        var readable = response.header("Content-Encoding") == null;
        if (readable && !codes.isEmpty()) {
            checkCode(codes, response).ifPresent(mistakes::add);
        }
        var type = response.statusCode() < REFUSED ? "application/json" : "application/problem+json";
        var json = promised.path("content").path(type).path("schema");
        if (readable
                && !json.isMissingNode()
                && String.valueOf(response.contentType()).startsWith(type)) {
            mistakes.addAll(operation.mistakes(json, parsed(response)));
        }
        if (!mistakes.isEmpty()) {
            throw new AssertionError(where + " is not as the document says: " + mistakes + "\n" + response.asString());
        }
    }

    private static Optional<String> checkCode(JsonNode codes, Response response) {
        if (!isProblem(response)) {
            return Optional.of("is no problem but " + response.contentType());
        }
        var code = parsed(response).path("code").asText();
        for (var listed : codes) {
            if (listed.asText().equals(code)) {
                return Optional.empty();
            }
        }
        return Optional.of("has the code " + code + ", which is not listed");
    }

    private static JsonNode parsed(Response response) {
        try {
            return JSON.readTree(response.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
