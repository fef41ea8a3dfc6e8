package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The schemas of all services under one roof: what is the same is there once, what only shares its name carries its
 * service's, and what nothing refers to is left out.
 */
final class Schemas {

    static final String PREFIX = "#/components/schemas/";
    private static final String PATCH = "Patch";
    /** Where a service lists the properties that it leaves out where they are null. */
    private static final String SOMETIMES = "x-sometimes";

    private static final String NOT_BLANK = "\\S";
    private static final String WORDS = "[a-z-]+(\\|[a-z-]+)*";

    private final Map<String, ObjectNode> published = new TreeMap<>();
    private final Map<String, Map<String, String>> renamed = new HashMap<>();
    private final Map<String, JsonNode> claimed = new HashMap<>();
    private final Set<String> patches = new TreeSet<>();
    /** What the gateway documents itself, such as problems and jobs, is the same for all services. */
    private final Set<String> shared = new TreeSet<>();

    private final NamedTypes types;

    Schemas(NamedTypes types) {
        this.types = types;
    }

    /** Takes over a service's schemas; its references have to go through {@link #follow} afterwards. */
    void add(ServiceDocument document) {
        var names = renamed.computeIfAbsent(document.service(), x -> new HashMap<>());
        document.schemas().properties().forEach(schema -> {
            var name = nameOf(schema.getKey(), schema.getValue());
            if (!name.equals(schema.getKey())) {
                names.put(schema.getKey(), name);
            }
            var same = claimed.putIfAbsent(name, schema.getValue());
            if (same == null && document.isGateways()) {
                shared.add(name);
            }
            if (same != null
                    && !shared.contains(name)
                    && !isScalar(schema.getValue())
                    && !same.equals(schema.getValue())) {
                names.put(schema.getKey(), capitalized(document.service()) + name);
            }
        });
        document.schemas().properties().forEach(schema -> {
            var copy = (ObjectNode) schema.getValue().deepCopy();
            follow(document.service(), copy);
            tidy(copy);
            copy.path("properties").forEach(Schemas::letWordsBeNull);
            if (isPage(copy)) {
                pageThrough(copy);
            }
            types.referMembers(copy);
            published.putIfAbsent(names.getOrDefault(schema.getKey(), schema.getKey()), copy);
        });
    }

    /** A page is called after what is on it, and not after the classes it is made of. */
    private static String nameOf(String name, JsonNode schema) {
        var item = schema.at("/properties/items/items/$ref").asText();
        return isPage(schema) && item.startsWith(PREFIX) ? withoutPrefix(item) + "Page" : name;
    }

    /** What may be null and is one of certain words has null among them. */
    private static void letWordsBeNull(JsonNode property) {
        if (property.path("type").isArray() && property.path("enum") instanceof ArrayNode words) {
            words.addNull();
        }
    }

    /**
     * Says what a service's classes mean in the way that generators read: a reference needs no type beside it, Java's
     * validation matches the whole of a word where JSON Schema matches any part of it, and a choice of words is an enum.
     */
    static void tidy(JsonNode schemas) {
        schemas.findParents("$ref").forEach(schema -> ((ObjectNode) schema).remove("type"));
        schemas.findParents("anyOf").forEach(schema -> ((ObjectNode) schema).remove("type"));
        schemas.findParents("minimum").forEach(schema -> boundNumbersOnly((ObjectNode) schema));
        schemas.findParents("pattern").forEach(schema -> matchWord((ObjectNode) schema));
    }

    /** A decimal that is written as text has no least and largest text. */
    private static void boundNumbersOnly(ObjectNode schema) {
        if (schema.path("type").toString().contains("string")) {
            schema.remove(List.of("minimum", "maximum"));
        }
    }

    private static void matchWord(ObjectNode schema) {
        var pattern = schema.path("pattern").asText();
        if (pattern.matches(WORDS)) {
            schema.remove("pattern");
            var words = schema.putArray("enum");
            Arrays.stream(pattern.split("\\|")).forEach(words::add);
            return;
        }
        if (pattern.equals("(?s).*" + NOT_BLANK + ".*") || pattern.equals(NOT_BLANK)) {
            // Generated code disagrees on where a pattern has to match, and none has to know what is blank.
            schema.remove("pattern");
            if (schema.path("minLength").asInt() < 1) {
                schema.put("minLength", 1);
            }
        } else if (schema.path("pattern").isTextual() && !(pattern.startsWith("^") && pattern.endsWith("$"))) {
            schema.put("pattern", pattern.contains("|") ? "^(" + pattern + ")$" : "^" + pattern + "$");
        }
    }

    private static boolean isPage(JsonNode schema) {
        return schema.path("properties").has("items")
                && schema.path("properties").has("nextCursor");
    }

    /** What every page has beside its items. */
    private static void pageThrough(ObjectNode page) {
        if (!page.has("description")) {
            page.put("description", "A page of a list");
        }
        var properties = page.withObject("/properties");
        var items = properties.withObject("/items");
        if (!items.has("description")) {
            items.put("description", "What is on the page, in the order of the list");
        }
        properties
                .putObject("nextCursor")
                .put("description", "The cursor of the next page; null on the last one")
                .putArray("type")
                .add("string")
                .add("null");
        properties
                .putObject("total")
                .put("type", "integer")
                .put("format", "int64")
                .put("description", "The number of all items of the list, if count=true was given");
    }

    /** Dates, ids and the like differ in their examples at most. */
    private static boolean isScalar(JsonNode schema) {
        return schema.path("type").asText().equals("string") && !schema.has("enum");
    }

    /** Rewrites a service's references to what its schemas are called here. */
    void follow(String service, JsonNode node) {
        var names = renamed.getOrDefault(service, Map.of());
        if (node instanceof ObjectNode object) {
            var reference = object.path("$ref").asText();
            if (reference.startsWith(PREFIX)) {
                var name = withoutPrefix(reference);
                object.put("$ref", PREFIX + names.getOrDefault(name, name));
            }
        }
        node.forEach(child -> follow(service, child));
    }

    /**
     * The name of what a merge patch (RFC 7396) may hold of a schema: any part of it, and null takes away what need not be
     * there. It is made where there was none.
     */
    String patchOf(String name) {
        var patch = name.endsWith(PATCH) ? name : withoutSuffix(name, "Input") + PATCH;
        if (patches.add(patch)) {
            var schema = published.get(name).deepCopy();
            var needed = new TreeSet<String>();
            schema.path("required").forEach(property -> needed.add(property.asText()));
            schema.remove("required");
            List.copyOf(schema.withObject("/properties").properties()).forEach(property -> {
                var part = referredObject(property.getValue());
                if (part != null) {
                    ((ObjectNode) property.getValue()).put("$ref", PREFIX + patchOf(part));
                }
                if (!needed.contains(property.getKey())) {
                    allowNull((ObjectNode) property.getValue());
                }
            });
            published.put(patch, schema);
        }
        return patch;
    }

    private String referredObject(JsonNode property) {
        var name = withoutPrefix(property.path("$ref").asText());
        return published.containsKey(name) && published.get(name).has("properties") ? name : null;
    }

    private static void allowNull(ObjectNode property) {
        if (property.has("anyOf")) {
            return;
        }
        if (property.has("$ref")) {
            var either = property.putArray("anyOf");
            either.add(reference(withoutPrefix(property.remove("$ref").asText())));
            either.addObject().put("type", "null");
            return;
        }
        var type = property.path("type").asText();
        if (type.isEmpty()) {
            throw new IllegalStateException("A merge patch can not take away what has no type of its own: " + property);
        }
        property.putArray("type").add(type).add("null");
    }

    /** Lists the words of a schema of the gateway's. */
    void enumerate(String name, Collection<String> words) {
        var listed = published.get(name).putArray("enum");
        words.forEach(listed::add);
    }

    /** Says which properties of answers are always there, in what callers only read and what does not say it itself. */
    void require(Set<String> read) {
        published.forEach((name, schema) -> {
            var sometimes = strings(schema.remove(SOMETIMES));
            if (!read.contains(name) || !schema.has("properties") || schema.has("required")) {
                return;
            }
            var required = JsonNodeFactory.instance.arrayNode();
            schema.path("properties").fieldNames().forEachRemaining(property -> {
                if (!sometimes.contains(property) && !(isPage(schema) && property.equals("total"))) {
                    required.add(property);
                }
            });
            schema.set("required", required);
        });
    }

    private static Set<String> strings(JsonNode array) {
        var all = new TreeSet<String>();
        if (array != null) {
            array.forEach(one -> all.add(one.asText()));
        }
        return all;
    }

    static ObjectNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", PREFIX + name);
    }

    /** Those that something refers to, by name. */
    ObjectNode reachableFrom(Collection<? extends JsonNode> roots) {
        var open = new ArrayDeque<JsonNode>(roots);
        var reached = new TreeSet<String>();
        while (!open.isEmpty()) {
            var node = open.pop();
            var reference = node.path("$ref").asText();
            if (reference.startsWith(PREFIX) && reached.add(withoutPrefix(reference))) {
                var schema = published.get(withoutPrefix(reference));
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

    private static String withoutPrefix(String reference) {
        return reference.startsWith(PREFIX) ? reference.substring(PREFIX.length()) : reference;
    }

    private static String withoutSuffix(String name, String suffix) {
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }

    static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
