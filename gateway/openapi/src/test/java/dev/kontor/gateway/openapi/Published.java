package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The document that this checkout publishes, and the one it last promised. */
final class Published {

    static final Path CHECKOUT = Path.of(System.getProperty("kontor.root"));

    static final Publication NOW = now();

    private Published() {}

    /** One operation by name, {@code GET /v1/customers}. */
    record Operation(String name, JsonNode node) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Publication now() {
        try {
            return PublishedDocument.of(CHECKOUT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode promised() {
        try {
            return (ObjectNode) PublishedDocument.YAML.readTree(
                    CHECKOUT.resolve("docs/openapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a list beside the document, without comments. */
    static List<String> lines(String file) {
        try {
            return Files.readString(
                            CHECKOUT.resolve("gateway/openapi/src/main/openapi").resolve(file))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Operation> operations() {
        return operations(NOW.document());
    }

    static List<Operation> operations(JsonNode document) {
        var all = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> all.add(new Operation(
                        method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(), method.getValue()))));
        return all;
    }

    /** What a reference refers to, or the thing itself. */
    static JsonNode resolve(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** Shows every object of the document with the place where it stands. */
    static void walk(JsonNode node, String place, BiConsumer<String, JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(place, node);
        }
        node.properties().forEach(child -> walk(child.getValue(), place + "/" + child.getKey(), visitor));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), place + "/" + i, visitor);
        }
    }
}
