package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The schemas of all services under one roof: what is the same is there once, what only shares its name carries its
 * service's, and what nothing refers to is left out.
 */
final class Schemas {

    static final String PREFIX = "#/components/schemas/";

    private final Map<String, ObjectNode> published = new TreeMap<>();
    private final Map<String, Map<String, String>> renamed = new HashMap<>();
    private final Map<String, JsonNode> claimed = new HashMap<>();

    /** Takes over a service's schemas; its references have to go through {@link #follow} afterwards. */
    void add(ServiceDocument document) {
        var names = renamed.computeIfAbsent(document.service(), x -> new HashMap<>());
        document.schemas().properties().forEach(schema -> {
            var name = schema.getKey();
            var same = claimed.putIfAbsent(name, schema.getValue());
            if (same != null && !isScalar(schema.getValue()) && !same.equals(schema.getValue())) {
                names.put(name, capitalized(document.service()) + name);
            }
        });
        document.schemas().properties().forEach(schema -> {
            var copy = (ObjectNode) schema.getValue().deepCopy();
            follow(document.service(), copy);
            published.putIfAbsent(names.getOrDefault(schema.getKey(), schema.getKey()), copy);
        });
    }

    /** Dates, ids and the like differ in their examples at most. */
    private static boolean isScalar(JsonNode schema) {
        return schema.path("type").asText().equals("string") && !schema.has("enum");
    }

    void put(String name, ObjectNode schema) {
        published.put(name, schema);
    }

    boolean has(String name) {
        return published.containsKey(name);
    }

    /** Rewrites a service's references to what its schemas are called here. */
    void follow(String service, JsonNode node) {
        var names = renamed.getOrDefault(service, Map.of());
        if (node instanceof ObjectNode object) {
            var reference = object.path("$ref").asText();
            if (reference.startsWith(PREFIX)) {
                var name = reference.substring(PREFIX.length());
                object.put("$ref", PREFIX + names.getOrDefault(name, name));
            }
        }
        node.forEach(child -> follow(service, child));
    }

    static ObjectNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", PREFIX + name);
    }

    /** Those that something refers to, by name. */
    ObjectNode reachableFrom(JsonNode... roots) {
        var open = new ArrayDeque<JsonNode>(java.util.List.of(roots));
        var reached = new TreeSet<String>();
        while (!open.isEmpty()) {
            var node = open.pop();
            var reference = node.path("$ref").asText();
            if (reference.startsWith(PREFIX) && reached.add(reference.substring(PREFIX.length()))) {
                var schema = published.get(reference.substring(PREFIX.length()));
                if (schema != null) {
                    open.push(schema);
                }
            }
            node.forEach(open::push);
        }
        var all = JsonNodeFactory.instance.objectNode();
        reached.stream().filter(published::containsKey).forEach(name -> all.set(name, published.get(name)));
        return all;
    }

    static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
