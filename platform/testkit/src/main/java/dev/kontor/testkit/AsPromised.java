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
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Holds every successful answer that a test gets against the documents that the gateway serves: the form of its JSON, and the headers that
 * a client may want. What is not in the document is nobody's promise, and is passed over.
 */
public final class AsPromised implements Filter, QuarkusTestBeforeEachCallback {

    private static final List<String> HEADERS = List.of("ETag", "Location", "Link", "Content-Hash");
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
            JsonNode document, String method, Pattern path, int variables, JsonNode responses, String name) {}

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        // In the gateway's tests stubs stand in its services' places.
        if (!ConfigProvider.getConfig().getValue("kontor.service", String.class).equals("gateway")) {
            RestAssured.replaceFiltersWith(this);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        if (response.statusCode() / 100 == 2) {
            var path = URI.create(request.getURI()).getPath();
            OPERATIONS.stream()
                    .filter(operation -> operation.method().equals(request.getMethod())
                            && operation.path().matcher(path).matches())
                    .findFirst()
                    .ifPresent(operation -> check(operation, response));
        }
        return response;
    }

    private static void check(Operation operation, Response response) {
        var where = operation.name() + " " + response.statusCode();
        var promised = operation.responses().path(String.valueOf(response.statusCode()));
        if (promised.isMissingNode()) {
            throw new AssertionError(where + " is not in the document");
        }
        var mistakes = new ArrayList<String>();
        for (var header : HEADERS) {
            if (response.header(header) != null && !promised.path("headers").has(header)) {
                mistakes.add("has " + header);
            }
        }
        var json = promised.at("/content/application~1json/schema");
        if (!json.isMissingNode() && String.valueOf(response.contentType()).startsWith("application/json")) {
            var schema = COMPILED.computeIfAbsent(where, x -> compiled(operation.document(), json));
            schema.validate(parsed(response)).forEach(mistake -> mistakes.add(mistake.toString()));
        }
        if (!mistakes.isEmpty()) {
            throw new AssertionError(where + " is not as the document says: " + mistakes + "\n" + response.asString());
        }
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
                            method.getValue().path("responses"),
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
