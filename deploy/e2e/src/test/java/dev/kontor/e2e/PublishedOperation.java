package dev.kontor.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** One operation of the served document: what it takes, and all it may answer. */
record PublishedOperation(String method, String path, JsonNode text, JsonNode document) {

    private static final int DEEPEST = 6;

    /** A member of a body by its path, and what it is. */
    record Member(List<String> path, String type, String format) {

        /** Whether a text, blank or not, is none of its values. */
        boolean isNoText() {
            return !type.equals("string") || Set.of("uuid", "date", "date-time").contains(format);
        }
    }

    static List<PublishedOperation> of(JsonNode document) {
        var all = new ArrayList<PublishedOperation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (Set.of("get", "put", "post", "patch", "delete").contains(method.getKey())) {
                        all.add(new PublishedOperation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue(), document));
                    }
                }));
        return all;
    }

    String id() {
        return text.path("operationId").asText();
    }

    boolean writes() {
        return !method.equals("GET");
    }

    /** Whoever holds one of these may call it. */
    List<String> allowed() {
        return texts(text.path("x-access").path("allow"));
    }

    /** The path with a value for each of its variables. */
    String target(Function<String, String> values) {
        var target = path;
        for (var parameter : parameters("path")) {
            var name = parameter.path("name").asText();
            var known = values.apply(name);
            var schema = resolved(parameter.path("schema"));
            var value = known != null
                    ? known
                    : schema.path("enum").isArray() ? schema.path("enum").get(0).asText() : "edge";
            target = target.replace("{" + name + "}", value);
        }
        return target.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    List<String> queryParameters() {
        return parameters("query").stream()
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    private List<JsonNode> parameters(String in) {
        return StreamSupport.stream(text.path("parameters").spliterator(), false)
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .toList();
    }

    /** The media type of its body; null where it takes none. */
    String bodyType() {
        var types = text.path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : null;
    }

    /** All media types that its body may be of. */
    List<String> bodyTypes() {
        var types = new ArrayList<String>();
        text.path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
        return types;
    }

    boolean takesJson() {
        return bodyType() != null && bodyType().contains("json");
    }

    /** A body with every member it may have. */
    JsonNode sample() {
        return sample(schema(), 0);
    }

    /** Its members, and those of objects in it. */
    List<Member> members() {
        var members = new ArrayList<Member>();
        collect(resolved(schema()), List.of(), members);
        return members;
    }

    private JsonNode schema() {
        return text.path("requestBody").path("content").path(bodyType()).path("schema");
    }

    /** Which problems it may answer with a status; null where the status is none of its answers. */
    Set<String> codes(int status) {
        var response = text.path("responses").path(Integer.toString(status));
        return response.isMissingNode()
                ? null
                : new TreeSet<>(texts(resolved(response).path("x-codes")));
    }

    /** The media types of a successful answer; none where it has no content. */
    List<String> answerTypes(int status) {
        var types = new ArrayList<String>();
        resolved(text.path("responses").path(Integer.toString(status)))
                .path("content")
                .fieldNames()
                .forEachRemaining(types::add);
        return types;
    }

    private void collect(JsonNode schema, List<String> path, List<Member> members) {
        if (path.size() > 3) {
            return;
        }
        if (schema.path("items").isObject()) {
            collect(resolved(schema.path("items")), with(path, "0"), members);
        }
        schema.path("properties").properties().forEach(property -> {
            var of = resolved(property.getValue());
            var at = with(path, property.getKey());
            members.add(new Member(at, type(of), of.path("format").asText()));
            collect(of, at, members);
        });
    }

    private JsonNode sample(JsonNode unresolved, int depth) {
        var make = JsonNodeFactory.instance;
        var schema = resolved(unresolved);
        if (schema.path("examples").isArray()) {
            return schema.path("examples").get(0);
        }
        if (schema.path("enum").isArray()) {
            return schema.path("enum").get(0);
        }
        if (depth > DEEPEST) {
            return make.nullNode();
        }
        return switch (type(schema)) {
            case "object" -> {
                ObjectNode object = make.objectNode();
                schema.path("properties")
                        .properties()
                        .forEach(p -> object.set(p.getKey(), sample(p.getValue(), depth + 1)));
                yield object;
            }
            case "array" -> {
                ArrayNode array = make.arrayNode();
                yield array.add(sample(schema.path("items"), depth + 1));
            }
            case "boolean" -> make.booleanNode(true);
            case "integer", "number" ->
                make.numberNode(Math.max(1, schema.path("minimum").asInt()));
            default ->
                make.textNode(
                        switch (schema.path("format").asText()) {
                            case "uuid" -> UUID.randomUUID().toString();
                            case "date" -> "2026-12-01";
                            case "date-time" -> "2026-12-01T01:02:03.000Z";
                            default -> "edge";
                        });
        };
    }

    /** Itself, or what it refers to; of several that it may be the first that is something. */
    private JsonNode resolved(JsonNode node) {
        if (node.has("$ref")) {
            return resolved(document.at(node.path("$ref").asText().substring(1)));
        }
        for (var several : List.of("allOf", "anyOf", "oneOf")) {
            for (var one : node.path(several)) {
                if (!one.path("type").asText().equals("null")) {
                    return resolved(one);
                }
            }
        }
        return node;
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        for (var one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return type.isTextual() ? type.asText() : schema.has("properties") ? "object" : "string";
    }

    private static List<String> with(List<String> path, String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
