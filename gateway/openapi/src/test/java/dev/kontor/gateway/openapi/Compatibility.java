package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What would break a client that was generated from an older document: what it sends and may send no longer, what it
 * reads and no longer gets. New operations, new answers' fields and new optional input break nothing.
 */
final class Compatibility {

    private final JsonNode before;
    private final JsonNode after;
    private final Set<String> breaks = new TreeSet<>();
    private final Set<String> compared = new HashSet<>();

    private Compatibility(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    static Set<String> breaks(JsonNode before, JsonNode after) {
        var comparison = new Compatibility(before, after);
        Published.operations(before).forEach(comparison::compare);
        return comparison.breaks;
    }

    private void compare(Published.Operation old) {
        var now = Published.operations(after).stream()
                .filter(it -> it.name().equals(old.name()))
                .findFirst();
        if (now.isEmpty()) {
            breaks.add(old.name() + " is gone");
            return;
        }
        var node = now.get().node();
        if (!old.node().path("operationId").equals(node.path("operationId"))) {
            breaks.add(old.name() + " has another operationId");
        }
        compareParameters(old, node);
        compareContents(old.name() + " request", old.node().path("requestBody"), node.path("requestBody"), true);
        if (node.at("/requestBody/required").asBoolean()
                && !old.node().at("/requestBody/required").asBoolean()) {
            breaks.add(old.name() + " needs a body now");
        }
        old.node().path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .forEach(answer -> {
                    var where = old.name() + " " + answer.getKey();
                    var other = node.path("responses").path(answer.getKey());
                    if (other.isMissingNode()) {
                        breaks.add(where + " is gone");
                    } else {
                        compareContents(where, answer.getValue(), other, false);
                    }
                });
    }

    private void compareParameters(Published.Operation old, JsonNode node) {
        for (var parameter : old.node().path("parameters")) {
            var was = Published.resolve(before, parameter);
            var is = parameter(after, node, was);
            var where = old.name() + " parameter " + was.path("name").asText();
            if (is == null) {
                breaks.add(where + " is gone");
            } else {
                compareSchemas(where, was.path("schema"), is.path("schema"), true);
            }
        }
        for (var parameter : node.path("parameters")) {
            var is = Published.resolve(after, parameter);
            var was = parameter(before, old.node(), is);
            if (is.path("required").asBoolean()
                    && (was == null || !was.path("required").asBoolean())) {
                breaks.add(old.name() + " needs parameter " + is.path("name").asText() + " now");
            }
        }
    }

    private static JsonNode parameter(JsonNode document, JsonNode operation, JsonNode like) {
        for (var one : operation.path("parameters")) {
            var parameter = Published.resolve(document, one);
            if (parameter.path("name").equals(like.path("name"))
                    && parameter.path("in").equals(like.path("in"))) {
                return parameter;
            }
        }
        return null;
    }

    private void compareContents(String where, JsonNode was, JsonNode is, boolean sent) {
        was.path("content").properties().forEach(content -> {
            var other = is.path("content").path(content.getKey());
            if (other.isMissingNode()) {
                breaks.add(where + " " + content.getKey() + " is gone");
            } else {
                compareSchemas(
                        where + " " + content.getKey(), content.getValue().path("schema"), other.path("schema"), sent);
            }
        });
    }

    private void compareSchemas(String where, JsonNode one, JsonNode other, boolean sent) {
        // A schema may hold itself; once in each direction is enough.
        if (one.has("$ref")
                && !compared.add(one.path("$ref").asText() + other.path("$ref").asText() + sent)) {
            return;
        }
        var was = meant(before, one);
        var is = meant(after, other);
        if (was.has("type") && !fits(was.path("type"), is.path("type"), sent)) {
            breaks.add(where + " is of another type");
            return;
        }
        compareWords(where, was, is, sent);
        was.path("properties").properties().forEach(property -> {
            var now = is.path("properties").path(property.getKey());
            if (now.isMissingNode()) {
                breaks.add(where + "/" + property.getKey() + " is gone");
            } else {
                compareSchemas(where + "/" + property.getKey(), property.getValue(), now, sent);
            }
        });
        if (sent) {
            var needed = strings(is.path("required"));
            needed.removeAll(strings(was.path("required")));
            needed.forEach(name -> breaks.add(where + " needs " + name + " now"));
        }
        if (was.has("items")) {
            compareSchemas(where + "/*", was.path("items"), is.path("items"), sent);
        }
    }

    /**
     * What a schema comes to, with its references followed: of one thing or null that thing, and of one of several objects
     * an object with the members of all.
     */
    private static JsonNode meant(JsonNode document, JsonNode schema) {
        var resolved = Published.resolve(document, schema);
        var choices = resolved.has("anyOf") ? resolved.path("anyOf") : resolved.path("oneOf");
        if (choices.isEmpty()) {
            return resolved;
        }
        var whole = JsonNodeFactory.instance.objectNode();
        var types = new TreeSet<String>();
        choices.forEach(choice -> {
            var one = (ObjectNode) meant(document, choice).deepCopy();
            types.addAll(types(one.path("type")));
            whole.withObject("/properties").setAll(one.withObject("/properties"));
            if (!one.path("type").asText().equals("null")) {
                one.remove("properties");
                whole.setAll(one);
            }
        });
        var all = whole.putArray("type");
        types.forEach(all::add);
        return whole;
    }

    /** What may be sent may not become less, and what is answered not more. */
    private static boolean fits(JsonNode was, JsonNode is, boolean sent) {
        return sent ? types(is).containsAll(types(was)) : types(was).containsAll(types(is));
    }

    private static Set<String> types(JsonNode type) {
        return type.isArray() ? strings(type) : Set.of(type.asText());
    }

    /** What may be sent may not become less. */
    private void compareWords(String where, JsonNode was, JsonNode is, boolean sent) {
        if (sent && is.has("enum")) {
            var gone = strings(was.path("enum"));
            gone.removeAll(strings(is.path("enum")));
            gone.forEach(word -> breaks.add(where + " no longer takes " + word));
            if (!was.has("enum")) {
                breaks.add(where + " takes certain words only");
            }
        }
    }

    private static Set<String> strings(JsonNode array) {
        var all = new TreeSet<String>();
        array.forEach(one -> all.add(one.asText()));
        return all;
    }
}
