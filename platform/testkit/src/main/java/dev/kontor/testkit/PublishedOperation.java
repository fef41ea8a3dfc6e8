package dev.kontor.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An operation of the documents that the gateway serves. */
record PublishedOperation(
        JsonNode document, String method, String template, Pattern path, List<String> variables, JsonNode node) {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final Map<String, JsonSchema> COMPILED = new ConcurrentHashMap<>();
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /** Sorted, those with fewer variables come first: {@code /v1/exports/{id}} before {@code /v1/{anything}/{else}}. */
    private static final List<PublishedOperation> ALL = Stream.of("openapi.yaml", "openapi-partner-v1.yaml")
            .map(PublishedOperation::read)
            .flatMap(document -> operations(document).stream())
            .sorted(Comparator.comparingInt(operation -> operation.variables().size()))
            .toList();

    /** The one that answers such a request; what is in no document is nobody's promise. */
    static Optional<PublishedOperation> of(String method, String path) {
        return ALL.stream()
                .filter(operation -> operation.method().equals(method)
                        && operation.path().matcher(path).matches())
                .findFirst();
    }

    String name() {
        return method + " " + template;
    }

    /** Its answer with that status, or a missing node. */
    JsonNode response(int status) {
        var answer = node.path("responses").path(String.valueOf(status));
        var reference = answer.path("$ref").asText();
        return reference.isEmpty() ? answer : document.at(reference.substring(1));
    }

    /** Whether it is one of our own API, which answers with problems: the vendor's has its own words. */
    boolean isOurs() {
        return document.at("/components/schemas").has("Problem");
    }

    /** What of a body is not as its schema says. */
    Set<String> mistakes(JsonNode schema, JsonNode body) {
        return COMPILED.computeIfAbsent(name() + schema, x -> compiled(schema)).validate(body).stream()
                .map(ValidationMessage::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonSchema compiled(JsonNode schema) {
        var whole = ((ObjectNode) schema.deepCopy()).set("components", document.path("components"));
        return SCHEMAS.getSchema(whole);
    }

    private static List<PublishedOperation> operations(JsonNode document) {
        var all = new ArrayList<PublishedOperation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var template = path.getKey();
                    var expression = VARIABLE.matcher(template).replaceAll("\\\\E([^/]+)\\\\Q");
                    all.add(new PublishedOperation(
                            document,
                            method.getKey().toUpperCase(Locale.ROOT),
                            template,
                            Pattern.compile("\\Q" + expression + "\\E"),
                            VARIABLE.matcher(template)
                                    .results()
                                    .map(found -> found.group(1))
                                    .toList(),
                            method.getValue()));
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
