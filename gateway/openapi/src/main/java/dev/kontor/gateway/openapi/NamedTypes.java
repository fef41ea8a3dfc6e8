package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is written alike everywhere, such as months and amounts: members and parameters that are called so refer to one
 * schema of the gateway's, whatever class a service keeps them in.
 */
final class NamedTypes {

    /** Where a schema of the gateway's lists what it is the type of. */
    private static final String MEMBERS = "x-members";
    /** What stays a member's own business. */
    private static final Set<String> OWN = Set.of("description", "examples", "example", "default");

    private final Map<String, String> names = new HashMap<>();
    private final JsonNode schemas;

    /** Takes the lists away from the schemas. */
    NamedTypes(JsonNode schemas) {
        this.schemas = schemas;
        schemas.properties().forEach(schema -> {
            var members = ((ObjectNode) schema.getValue()).remove(MEMBERS);
            if (members != null) {
                members.forEach(member -> names.put(key(member.asText(), schema.getValue()), schema.getKey()));
            }
        });
    }

    /** Lets the members of an object refer to their types. */
    void referMembers(JsonNode schema) {
        schema.path("properties").properties().forEach(member -> refer(member.getKey(), member.getValue()));
    }

    /** Lets an operation's parameters refer to their types. */
    void referParameters(JsonNode operation) {
        operation
                .path("parameters")
                .forEach(parameter -> refer(parameter.path("name").asText(), parameter.path("schema")));
    }

    private void refer(String name, JsonNode schema) {
        if (!(schema instanceof ObjectNode inline) || !schema.has("type")) {
            return;
        }
        var type = names.get(key(name, inline));
        if (type != null && isPlain(inline, schemas.path(type))) {
            var mayBeNull = inline.path("type").toString().contains("null");
            inline.retain(OWN);
            if (mayBeNull) {
                var either = inline.putArray("anyOf");
                either.add(Schemas.reference(type));
                either.add(JsonNodeFactory.instance.objectNode().put("type", "null"));
            } else {
                inline.setAll(Schemas.reference(type));
            }
        }
    }

    /** One that says more of itself than the type does keeps it. */
    private static boolean isPlain(JsonNode inline, JsonNode type) {
        return !inline.has("enum")
                && !inline.has("format")
                && (!inline.has("pattern") || inline.path("pattern").equals(type.path("pattern")));
    }

    private static String key(String name, JsonNode schema) {
        var type = schema.path("type").toString();
        return name + (type.contains("number") ? " number" : type.contains("string") ? " text" : " other");
    }
}
