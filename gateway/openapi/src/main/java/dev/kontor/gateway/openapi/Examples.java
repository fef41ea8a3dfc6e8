package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Examples of requests, answers and problems, as journeys recorded them: see CONTRIBUTING.md. */
final class Examples {

    /** What all lists take alike. */
    private static final Map<String, String> OF_LISTS = Map.of("limit", "50", "cursor", "eyJ2IjoxfQ", "count", "true");

    private final Path folder;
    private final ProblemExamples problems;

    Examples(Path checkout) throws IOException {
        folder = checkout.resolve("contracts/examples");
        problems = new ProblemExamples(checkout);
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .forEach(file -> read(file).path("problems").forEach(problems::met));
        }
    }

    /** Adds to an operation what was recorded of it; an example that is there already stays. */
    void show(String service, ObjectNode operation) {
        var recorded = recorded(service, operation.path("operationId").asText());
        recorded.path("exchanges").forEach(exchange -> {
            show(operation.path("requestBody"), exchange.path("request"));
            show(operation.path("responses").path(exchange.path("status").asText()), exchange.path("answer"));
        });
        showParameters(operation, recorded.at("/exchanges/0/path"));
        showParameters(operation, recorded.path("query"));
        operation.path("responses").properties().stream()
                .filter(answer -> answer.getValue().has(PublishedOperation.CODES))
                .forEach(answer ->
                        problems.show(answer.getKey(), (ObjectNode) answer.getValue(), recorded.path("problems")));
    }

    /** What the operation's service recorded; of one that several answer alike, whichever did. */
    private JsonNode recorded(String service, String operation) {
        return Stream.concat(Stream.of(service), PublishedDocument.SERVICES.stream())
                .map(one -> folder.resolve(one).resolve(operation + ".json"))
                .filter(Files::exists)
                .map(Examples::read)
                .filter(file -> !file.path("exchanges").isEmpty())
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** The same of answers that operations share, by their status. */
    void showShared(String status, ObjectNode answer) {
        problems.show(status, answer, JsonNodeFactory.instance.missingNode());
    }

    ObjectNode problems() {
        return problems.all();
    }

    private static void show(JsonNode where, JsonNode body) {
        if (where.path("content").path(body.path("type").asText()) instanceof ObjectNode content
                && body.has("body")
                && !content.has("example")
                && !content.has("examples")) {
            content.set("example", body.path("body"));
        }
    }

    private static void showParameters(ObjectNode operation, JsonNode values) {
        for (var parameter : operation.path("parameters")) {
            var name = parameter.path("name").asText();
            var value = OF_LISTS.getOrDefault(name, values.path(name).asText());
            // The id of a path is the one of the bodies.
            var fits = parameter.path("in").asText().equals("path") || !parameter.has("example");
            if (!value.isEmpty() && fits && !parameter.has("$ref")) {
                ((ObjectNode) parameter)
                        .set(
                                "example",
                                typed(parameter.path("schema").path("type").asText(), value));
            }
        }
    }

    private static JsonNode typed(String type, String value) {
        return switch (type) {
            case "integer" -> JsonNodeFactory.instance.numberNode(Long.parseLong(value));
            case "boolean" -> JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(value));
            default -> JsonNodeFactory.instance.textNode(value);
        };
    }

    private static JsonNode read(Path file) {
        try {
            return PublishedDocument.JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
