package dev.kontor.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whoever integrates sees what is sent and answered; that each example is valid is {@link DocumentLintTest}'s. */
class ExamplesTest {

    private static final JsonNode DOCUMENT = Published.NOW.document();

    @Test
    void everyBodyHasAnExample() {
        var without = new TreeSet<String>();
        Published.operations().forEach(operation -> {
            var id = operation.node().path("operationId").asText();
            if (lacks(operation.node().path("requestBody"))) {
                without.add(id + " request");
            }
            operation.node().path("responses").properties().forEach(answer -> {
                if (lacks(Published.resolve(DOCUMENT, answer.getValue()))) {
                    without.add(id + " " + answer.getKey());
                }
            });
        });
        // With the last one the list goes; what is recorded has no place in it.
        assertThat(without).isEqualTo(new TreeSet<>(Published.lines("without-examples-yet.txt")));
    }

    @Test
    void everyCodeOfAProblemHasAnExampleWithAllItsTexts() {
        Published.walk(DOCUMENT, "", (place, node) -> node.path(PublishedOperation.CODES)
                .forEach(code -> {
                    var example = Published.resolve(
                                    DOCUMENT,
                                    node.at("/content/application~1problem+json/examples")
                                            .path(code.asText()))
                            .path("value");
                    assertThat(example.path("code")).as(place).isEqualTo(code);
                    assertThat(example.path("title").asText()).as(code.asText()).isNotBlank();
                    assertThat(example.path("detail").asText())
                            .as(code.asText())
                            .isNotBlank()
                            .doesNotContain("{0");
                }));
    }

    @Test
    void everyFileIsOfAnOperation() throws IOException {
        var ids = Published.operations().stream()
                .map(operation -> operation.node().path("operationId").asText())
                .toList();
        try (var files = Files.walk(Published.CHECKOUT.resolve("contracts/examples"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .map(name -> name.replace(".json", "")))
                    .isSubsetOf(ids);
        }
    }

    /** A file's bytes are none. */
    private static boolean lacks(JsonNode body) {
        var without = new ArrayList<JsonNode>();
        body.path("content").properties().forEach(content -> {
            var bytes = content.getValue().at("/schema/format").asText().equals("binary");
            if (!bytes
                    && !content.getValue().has("example")
                    && !content.getValue().has("examples")) {
                without.add(content.getValue());
            }
        });
        return !without.isEmpty();
    }
}
