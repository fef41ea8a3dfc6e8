package dev.kontor.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** Of these services every refusal is listed; the others' lists have not been held against their tests yet. */
    private static final Set<String> REFUSING = Set.of("customers");

    private static final int REFUSED = 400;
    private static final int UNAUTHENTICATED = 401;
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Operation> OPERATIONS = Stream.of("openapi.yaml", "openapi-partner-v1.yaml")
            .map(AsPromised::read)
            .flatMap(document -> operations(document).stream())
            .sorted(Comparator.comparingInt(Operation::variables))
            .toList();
    private static final Map<String, JsonSchema> COMPILED = new ConcurrentHashMap<>();

    private record Operation(
            JsonNode document, String method, Pattern path, int variables, JsonNode node, String name) {

        JsonNode answer(int status) {
            var answer = node.path("responses").path(String.valueOf(status));
            var reference = answer.path("$ref").asText();
            return reference.isEmpty() ? answer : document.at(reference.substring(1));
        }

        boolean hasProblems() {
            return document.at("/components/schemas").has("Problem");
        }

        boolean isOfTheGateway() {
            return OF_THE_GATEWAY.contains(node.at("/tags/0").asText());
        }
    }

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (PROMISING.contains(service())) {
            RestAssured.replaceFiltersWith(this);
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
        OPERATIONS.stream()
                .filter(operation -> operation.method().equals(request.getMethod())
                        && operation.path().matcher(path).matches())
                .findFirst()
                .filter(operation -> isPromised(operation, response))
                .ifPresent(operation -> check(operation, response));
        return response;
    }

    /**
     * A stub in a service's place promises nothing, but what the gateway refuses without asking it; and refusals get the vendor's form,
     * where its API is spoken, in the gateway only.
     */
    private static boolean isPromised(Operation operation, Response response) {
        if (response.statusCode() >= REFUSED && !operation.hasProblems()) {
            return false;
        }
        if (service().equals("gateway")) {
            return operation.isOfTheGateway() || isProblem(response);
        }
        if (response.statusCode() < REFUSED) {
            return true;
        }
        // A service answers nobody whom no gateway sent.
        return REFUSING.contains(service()) && response.statusCode() != UNAUTHENTICATED;
    }

    private static boolean isProblem(Response response) {
        return String.valueOf(response.contentType()).startsWith("application/problem+json");
    }

    private static void check(Operation operation, Response response) {
        var where = operation.name() + " " + response.statusCode();
        var promised = operation.answer(response.statusCode());
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
            var schema = COMPILED.computeIfAbsent(where, x -> compiled(operation.document(), json));
            schema.validate(parsed(response)).forEach(mistake -> mistakes.add(mistake.toString()));
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

    private static JsonSchema compiled(JsonNode document, JsonNode schema) {
        var whole = ((ObjectNode) schema.deepCopy()).set("components", document.path("components"));
        return SCHEMAS.getSchema(whole);
    }

    private static JsonNode parsed(Response response) {
        try {
            return JSON.readTree(response.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sorted, those with fewer variables come first: {@code /v1/exports/{id}} before {@code /v1/{anything}/{else}}. */
    private static List<Operation> operations(JsonNode document) {
        var all = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var template = path.getKey();
                    var expression = VARIABLE.matcher(template).replaceAll("\\\\E[^/]+\\\\Q");
                    all.add(new Operation(
                            document,
                            method.getKey().toUpperCase(Locale.ROOT),
                            Pattern.compile("\\Q" + expression + "\\E"),
                            (int) VARIABLE.matcher(template).results().count(),
                            method.getValue(),
                            method.getKey().toUpperCase(Locale.ROOT) + " " + template));
                }));
        return all;
    }

    private static JsonNode read(String name) {
        try {
            var document = Path.of(System.getProperty("kontor.root"), "gateway/src/main/resources", name);
            return new ObjectMapper(new YAMLFactory()).readTree(document.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
