package dev.kontor.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A reader of the document finds words wherever a name alone leaves a question. */
class DocumentWordsTest {

    private static final JsonNode DOCUMENT = Published.NOW.document();

    @Test
    void everySchemaAndEveryMemberIsDescribed() {
        var silent = new TreeSet<String>();
        DOCUMENT.at("/components/schemas").properties().forEach(schema -> {
            if (!isDescribed(schema.getValue())) {
                silent.add(schema.getKey());
            }
            schema.getValue().path("properties").properties().forEach(member -> {
                if (!isDescribed(member.getValue())) {
                    silent.add(schema.getKey() + "." + member.getKey());
                }
            });
        });
        assertThat(silent)
                .as("say what it means with @Schema(description = …), in what unit and within which bounds")
                .isEmpty();
    }

    @Test
    void everyParameterIsDescribed() {
        var silent = new TreeSet<String>();
        Published.operations()
                .forEach(operation -> operation.node().path("parameters").forEach(one -> {
                    var parameter = Published.resolve(DOCUMENT, one);
                    if (!isDescribed(parameter) && !isDescribed(parameter.path("schema"))) {
                        silent.add(operation.node().path("operationId").asText() + " "
                                + parameter.path("name").asText());
                    }
                }));
        assertThat(silent)
                .as("say it with @Parameter(description = …), or for all of that name in x-parameters of gateway.yaml")
                .isEmpty();
    }

    @Test
    void everyTagIsDescribed() {
        var silent = new TreeSet<String>();
        DOCUMENT.path("tags").forEach(tag -> {
            if (!isDescribed(tag)) {
                silent.add(tag.path("name").asText());
            }
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void saysWhomToAskWhatChangedAndWhereItRuns() {
        assertThat(DOCUMENT.at("/info/contact/email").asText()).isNotBlank();
        assertThat(DOCUMENT.at("/info/license/identifier").asText()).isNotBlank();
        assertThat(DOCUMENT.at("/externalDocs/url").asText()).isNotBlank();
        assertThat(DOCUMENT.at("/servers/1/variables/host/default").asText()).isNotBlank();
    }

    /** Generators put texts into comments, and not all of them look at what ends one. */
    @Test
    void noTextEndsAComment() {
        var ending = new TreeSet<String>();
        Published.walk(DOCUMENT, "", (place, node) -> node.properties().forEach(text -> {
            if (text.getKey().contains("*/") || text.getValue().asText().contains("*/")) {
                ending.add(place + "/" + text.getKey());
            }
        }));
        assertThat(ending).isEmpty();
    }

    /** By its own text, or that of the one thing that it refers to. */
    private static boolean isDescribed(JsonNode node) {
        if (!node.path("description").asText().isBlank()) {
            return true;
        }
        if (node.has("$ref")) {
            return isDescribed(Published.resolve(DOCUMENT, node));
        }
        for (var choice : node.path("anyOf")) {
            if (choice.has("$ref") && isDescribed(choice)) {
                return true;
            }
        }
        return node.has("items") && isDescribed(node.path("items"));
    }
}
