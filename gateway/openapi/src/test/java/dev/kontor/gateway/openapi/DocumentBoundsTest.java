package dev.kontor.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a generated client and a checking gateway can rely on: bounds of what is sent, and forms that all of them read alike. */
class DocumentBoundsTest {

    private static final JsonNode DOCUMENT = Published.NOW.document();
    private static final String SCHEMAS = "/components/schemas/";

    /** What each of these looks like has one name; the first that is missing or inlined again is found here. */
    private static final Set<String> NAMED =
            Set.of("CalendarDate", "CountryCode", "CurrencyCode", "Cursor", "Decimal", "Instant", "Money", "Month");

    @Test
    void everyInputIsBounded() {
        var unbounded = new TreeSet<String>();
        eachInput((place, schema) -> {
            if (!isBounded(schema)) {
                unbounded.add(place);
            }
        });
        assertThat(unbounded)
                .as("input without maxLength, maxItems, minimum or maximum: say what the server refuses")
                .isEmpty();
    }

    @Test
    void aPatternMatchesTheWholeOfAText() {
        var partial = new TreeSet<String>();
        Published.walk(DOCUMENT, "", (place, node) -> {
            var pattern = node.path("pattern");
            if (pattern.isTextual()
                    && !(pattern.asText().startsWith("^") && pattern.asText().endsWith("$"))) {
                partial.add(place + ": " + pattern.asText());
            }
        });
        assertThat(partial)
                .as("generated code disagrees on where it has to match")
                .isEmpty();
    }

    @Test
    void aReferenceHasNoTypeBesideIt() {
        var both = new TreeSet<String>();
        Published.walk(DOCUMENT, "", (place, node) -> {
            if (node.path("$ref").isTextual() && node.has("type")) {
                both.add(place);
            }
        });
        assertThat(both).isEmpty();
    }

    @Test
    void whatIsWrittenAlikeHasOneName() {
        assertThat(DOCUMENT.at("/components/schemas").properties().stream().map(Map.Entry::getKey))
                .containsAll(NAMED);
        var inline = new TreeSet<String>();
        Published.walk(DOCUMENT, "", (place, node) -> {
            if (!place.matches(SCHEMAS + "[A-Za-z]+")
                    && node.path("pattern").isTextual()
                    && NAMED.stream().anyMatch(name -> DOCUMENT.at(SCHEMAS + name + "/pattern")
                            .equals(node.path("pattern")))) {
                inline.add(place);
            }
        });
        assertThat(inline).as("refer to the schema instead: see NamedTypes").isEmpty();
    }

    /** A name such as Kind or Position belongs to everybody's program; a schema's says whose it is. */
    @Test
    void aSchemaSaysWhoseItIs() {
        var generic = new TreeSet<String>();
        DOCUMENT.at("/components/schemas").fieldNames().forEachRemaining(generic::add);
        generic.retainAll(Set.of(
                "Access",
                "Action",
                "Category",
                "Check",
                "Code",
                "Column",
                "Error",
                "Item",
                "Kind",
                "List",
                "LocalDate",
                "Member",
                "Mode",
                "Object",
                "Page",
                "Part",
                "Point",
                "Position",
                "Reason",
                "Result",
                "Signal",
                "State",
                "Status",
                "Table",
                "Type",
                "Unit",
                "Value"));
        assertThat(generic).isEmpty();
    }

    @Test
    void aChoiceOfObjectsSaysByWhichMember() {
        var without = new TreeSet<String>();
        Published.walk(DOCUMENT, "", (place, node) -> {
            if (node.has("oneOf")) {
                var member = node.at("/discriminator/propertyName").asText();
                node.path("oneOf").forEach(choice -> {
                    var words = Published.resolve(DOCUMENT, choice)
                            .path("properties")
                            .path(member);
                    if (words.path("enum").size() != 1) {
                        without.add(place + " → " + choice);
                    }
                });
            }
        });
        assertThat(without).isEmpty();
    }

    @Test
    void aReadWithAnETagTakesIfNoneMatchAndNoOtherDoes() {
        var wrong = new TreeSet<String>();
        Published.operations().stream()
                .filter(operation -> operation.name().startsWith("GET "))
                .forEach(operation -> {
                    var node = operation.node();
                    var tagged = node.at("/responses/200/headers").has("ETag");
                    var takes = StreamSupport.stream(node.path("parameters").spliterator(), false)
                            .anyMatch(it -> it.path("$ref").asText().endsWith("/IfNoneMatch"));
                    if (tagged != takes || tagged != node.path("responses").has("304")) {
                        wrong.add(operation.name());
                    }
                });
        assertThat(wrong).isEmpty();
    }

    /** Shows every schema of what callers can send: parameters, and bodies of JSON with all that they refer to. */
    private static void eachInput(BiConsumer<String, JsonNode> visitor) {
        var open = new ArrayDeque<Map.Entry<String, JsonNode>>();
        Published.operations().forEach(operation -> {
            operation.node().path("parameters").forEach(one -> {
                var parameter = Published.resolve(DOCUMENT, one);
                open.add(Map.entry(
                        operation.name() + " " + parameter.path("name").asText(), parameter.path("schema")));
            });
            operation.node().at("/requestBody/content").properties().stream()
                    .filter(content -> content.getKey().matches("application/(.*[+])?json"))
                    .forEach(content -> open.add(
                            Map.entry(operation.name(), content.getValue().path("schema"))));
        });
        var seen = new HashSet<String>();
        while (!open.isEmpty()) {
            var next = open.pop();
            children(next.getKey(), next.getValue()).forEach((place, child) -> open.add(Map.entry(place, child)));
            var reference = next.getValue().path("$ref").asText();
            if (reference.isEmpty()) {
                visitor.accept(next.getKey(), next.getValue());
            } else if (seen.add(reference)) {
                open.add(Map.entry(
                        reference.substring(reference.lastIndexOf('/') + 1),
                        Published.resolve(DOCUMENT, next.getValue())));
            }
        }
    }

    private static Map<String, JsonNode> children(String place, JsonNode schema) {
        var all = new TreeMap<String, JsonNode>();
        schema.path("properties")
                .properties()
                .forEach(member -> all.put(place + "/" + member.getKey(), member.getValue()));
        if (schema.has("items")) {
            all.put(place + "/*", schema.path("items"));
        }
        var choice = 0;
        for (var one : schema.path("anyOf")) {
            all.put(place + "|" + choice++, one);
        }
        return all;
    }

    private static boolean isBounded(JsonNode schema) {
        var types = schema.path("type").toString();
        if (types.contains("array") && !schema.has("maxItems")) {
            return false;
        }
        if (types.contains("integer") || types.contains("number")) {
            return (schema.has("minimum") || schema.has("exclusiveMinimum"))
                    && (schema.has("maximum") || schema.has("exclusiveMaximum"));
        }
        return !types.contains("string") || schema.has("enum") || schema.has("format") || schema.has("maxLength");
    }
}
