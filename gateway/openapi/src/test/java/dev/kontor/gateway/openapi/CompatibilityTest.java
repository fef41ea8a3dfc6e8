package dev.kontor.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was promised is kept, or its end is declared. */
class CompatibilityTest {

    private static final String BEFORE =
            """
            paths:
              /v1/things:
                get:
                  operationId: listThings
                  parameters:
                    - {name: kind, in: query, schema: {type: string, enum: [a, b]}}
                  responses:
                    "200":
                      content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
                post:
                  operationId: makeThing
                  requestBody:
                    content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
                  responses: {"201": {description: Made}}
            components:
              schemas:
                Thing:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string}
                    size: {type: integer}
                    parts: {type: array, items: {$ref: "#/components/schemas/Thing"}}
            """;

    private static JsonNode read(String yaml) throws Exception {
        return PublishedDocument.YAML.readTree(yaml);
    }

    @Test
    void nothingBreaksWhereNothingChangesOrOnlySomethingIsAdded() throws Exception {
        assertThat(Compatibility.breaks(read(BEFORE), read(BEFORE))).isEmpty();
        var more = (ObjectNode) read(BEFORE.replace("size:", "colour: {type: string}\n        size:")
                .replace("enum: [a, b]", "enum: [a, b, c]"));
        assertThat(Compatibility.breaks(read(BEFORE), more)).isEmpty();
    }

    @Test
    void nothingBreaksWhereWhatIsSentMayBeNull() throws Exception {
        var mayBeNull = read(BEFORE.replace("name: {type: string}", "name: {type: [string, \"null\"]}"));
        assertThat(Compatibility.breaks(read(BEFORE), mayBeNull)).noneMatch(found -> found.contains("request"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/things:             | /v1/stuff:               | GET /v1/things is gone",
                "operationId: listThings | operationId: getThings   | GET /v1/things has another operationId",
                "name: kind              | name: sort               | GET /v1/things parameter kind is gone",
                "in: query,              | in: query, required: true, | GET /v1/things needs parameter kind now",
                "enum: [a, b]            | enum: [a]                | GET /v1/things parameter kind no longer takes b",
                "'\"200\":'              | '\"202\":'               | GET /v1/things 200 is gone",
                "'\"201\"'               | '\"200\"'               | POST /v1/things 201 is gone",
                "size: {type: integer}   | size: {type: string}     | POST /v1/things request application/json/size is of another type",
                "name: {type: string}    | 'name: {type: [string, \"null\"]}' | GET /v1/things 200 application/json/name is of another type",
                "size: {type: integer}   | ''                       | GET /v1/things 200 application/json/size is gone",
                "required: [name]        | required: [name, size]   | POST /v1/things request application/json needs size now",
                "items: {$ref: \"#/components/schemas/Thing\"} | items: {type: string} | GET /v1/things 200 application/json/parts/* is of another type",
                "application/json        | text/csv                 | GET /v1/things 200 application/json is gone",
            })
    void whatBreaksAClientIsFound(String was, String is, String found) throws Exception {
        assertThat(BEFORE).contains(was);
        assertThat(Compatibility.breaks(read(BEFORE), read(BEFORE.replace(was, is))))
                .contains(found);
    }

    @Test
    void whatTheGatewayServesIsWhatTheServicesMakeToday() throws IOException {
        var made = PublishedDocument.YAML
                .writeValueAsString(Published.NOW.document())
                .lines()
                .toArray();
        var served = Files.readAllLines(Published.CHECKOUT.resolve("gateway/src/main/resources/openapi.yaml"))
                .toArray();
        assertThat(Arrays.mismatch(made, served))
                .as("the first line that differs; renew it:"
                        + " cp gateway/openapi/target/published/openapi.yaml gateway/src/main/resources/")
                .isNegative();
    }

    @Test
    void everyBreakWithWhatIsPublishedIsDeclared() {
        var breaks = Compatibility.breaks(Published.promised(), Published.NOW.document());
        var declared = new TreeSet<>(Published.lines("breaking-changes.txt"));
        var undeclared = new TreeSet<>(breaks);
        undeclared.removeAll(declared);
        assertThat(undeclared)
                .as("breaks clients of docs/openapi.yaml: mend it, or declare it in"
                        + " gateway/openapi/src/main/openapi/breaking-changes.txt")
                .isEmpty();
        declared.removeAll(breaks);
        assertThat(declared)
                .as("declared, and published meanwhile: take these out of breaking-changes.txt")
                .isEmpty();
    }
}
