package dev.kontor.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.kontor.gateway.policy.PolicyFile;
import dev.kontor.platform.web.ProblemCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a generator, a reader and a validator expect of the published document. */
class DocumentLintTest {

    private static final JsonNode DOCUMENT = Published.NOW.document();
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]*)}");
    private static final JsonSchemaFactory JSON_SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    static List<Published.Operation> operations() {
        return Published.operations();
    }

    @Test
    void isOpenapi31WithAServerASchemeAndALicence() {
        assertThat(DOCUMENT.path("openapi").asText()).startsWith("3.1.");
        assertThat(DOCUMENT.at("/servers/0/url").asText()).isEqualTo("/");
        assertThat(DOCUMENT.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        assertThat(DOCUMENT.at("/info/license/name").asText()).isNotEmpty();
    }

    @Test
    void offersThePermissionsAsScopesAndAsksForThoseOfEachOperation() {
        var policy = PolicyFile.load();
        var scopes = DOCUMENT.at("/components/securitySchemes/oauth2/flows/clientCredentials/scopes");
        assertThat(scopes.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(policy.matrix().keySet());
        assertThat(DOCUMENT.at("/paths/~1v1~1customers:bulk/post/security"))
                .extracting(Object::toString)
                .containsExactly(
                        "{\"openIdConnect\":[]}",
                        "{\"oauth2\":[\"customers:disconnect\"]}",
                        "{\"oauth2\":[\"groups:manage\"]}",
                        "{\"oauth2\":[\"licenses:manage\"]}",
                        "{\"bearer\":[]}");
        assertThat(DOCUMENT.at("/paths/~1v1~1usage-records/post/security"))
                .extracting(Object::toString)
                .containsExactly("{\"openIdConnect\":[]}", "{\"oauth2\":[]}", "{\"bearer\":[]}");
        assertThat(DOCUMENT.at("/paths/~1v1~1launch-sessions/post/security")).isEmpty();
    }

    @Test
    void comesOutTheSameEachTime() throws IOException {
        var again = Published.now().document();
        assertThat(PublishedDocument.JSON.writeValueAsString(again))
                .isEqualTo(PublishedDocument.JSON.writeValueAsString(DOCUMENT));
    }

    @Test
    void resolvesEveryReference() {
        var broken = new TreeSet<String>();
        Published.walk(DOCUMENT, "", (place, node) -> {
            var reference = node.path("$ref");
            if (reference.isTextual()
                    && DOCUMENT.at(reference.asText().substring(1)).isMissingNode()) {
                broken.add(place + " → " + reference.asText());
            }
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void namesEachOperationOnce() {
        var ids = operations().stream()
                .map(operation -> operation.node().path("operationId").asText())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+[A-Za-z]*"));
    }

    @Test
    void wordsThatCallersSendAreAsTheyAreSent() {
        var words = new ArrayList<String>();
        Published.walk(DOCUMENT, "", (place, node) -> node.path("enum").forEach(word -> words.add(word.asText())));
        // EN 16931 calls the reverse charge so.
        words.removeIf("AE"::equals);
        assertThat(words).noneMatch(word -> word.matches("[A-Z_]{2,}"));
    }

    @Test
    void countsAndLimitsEveryListThatHasPages() {
        var incomplete = operations().stream()
                .filter(operation -> parameters(operation).contains("cursor"))
                .filter(operation -> !parameters(operation).containsAll(Set.of("limit", "count")))
                .map(operation -> operation.node().path("operationId").asText())
                .toList();
        assertThat(incomplete).isEmpty();
    }

    private static Set<String> parameters(Published.Operation operation) {
        var names = new HashSet<String>();
        operation
                .node()
                .path("parameters")
                .forEach(parameter -> names.add(parameter.path("name").asText()));
        return names;
    }

    @Test
    void namesSchemasAsClassesAreNamed() {
        var names = new ArrayList<String>();
        DOCUMENT.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        assertThat(names).allMatch(name -> name.matches("[A-Z][A-Za-z]*[0-9]?"), "a class's name");
    }

    @Test
    void declaresEveryTagAndUsesIt() {
        var declared = new TreeSet<String>();
        DOCUMENT.path("tags").forEach(tag -> declared.add(tag.path("name").asText()));
        var used = new TreeSet<String>();
        operations().forEach(operation -> operation.node().path("tags").forEach(tag -> used.add(tag.asText())));
        assertThat(used).isEqualTo(declared);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysWhatEachOperationIsForAndWhoMayUseIt(Published.Operation operation) {
        assertThat(operation.node().path("summary").asText()).isNotBlank();
        assertThat(operation.node().path("tags")).hasSize(1);
        assertThat(operation.node().path("description").asText()).contains("Needs ");
        assertThat(operation.node().at("/x-access/allow")).isNotEmpty();
        assertThat(operation.node().path("security").isArray()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void declaresExactlyTheParametersInThePath(Published.Operation operation) {
        var inPath = new TreeSet<String>();
        var matcher = PATH_PARAMETER.matcher(operation.name());
        while (matcher.find()) {
            inPath.add(matcher.group(1));
        }
        var declared = new TreeSet<String>();
        for (var parameter : operation.node().path("parameters")) {
            if (parameter.path("in").asText().equals("path")) {
                declared.add(parameter.path("name").asText());
                assertThat(parameter.path("required").asBoolean()).isTrue();
            }
        }
        assertThat(declared).isEqualTo(inPath);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void describesEachAnswerAndWhatJsonItHolds(Published.Operation operation) {
        var statuses = new HashSet<String>();
        operation.node().path("responses").properties().forEach(answer -> {
            statuses.add(answer.getKey());
            var told = Published.resolve(DOCUMENT, answer.getValue());
            assertThat(told.path("description").asText()).isNotBlank();
            told.path("content").properties().forEach(content -> assertThat(
                            content.getValue().path("schema"))
                    .as(answer.getKey() + " " + content.getKey())
                    .isNotEmpty());
            if (answer.getKey().matches("200|201")) {
                assertThat(answer.getValue().path("content"))
                        .as(answer.getKey() + " without content")
                        .isNotEmpty();
            }
        });
        assertThat(statuses).anyMatch(status -> status.startsWith("2"));
        assertThat(statuses).contains("400", "429", "500");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void listsTheCodesOfEachProblem(Published.Operation operation) {
        operation.node().path("responses").properties().stream()
                .filter(answer -> answer.getKey().compareTo("400") >= 0)
                .forEach(answer -> {
                    var problem = Published.resolve(DOCUMENT, answer.getValue());
                    assertThat(problem.at("/content/application~1problem+json/schema/$ref")
                                    .asText())
                            .isEqualTo("#/components/schemas/Problem");
                    var codes = new ArrayList<String>();
                    problem.path(PublishedOperation.CODES).forEach(code -> codes.add(code.asText()));
                    assertThat(codes).isNotEmpty();
                    assertThat(ProblemCatalog.get().codes()).containsAll(codes);
                });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void showsOnlyExamplesThatAreValid(Published.Operation operation) {
        var wrong = new ArrayList<String>();
        Published.walk(operation.node(), "", (place, node) -> {
            if (node.has("schema")) {
                examples(DOCUMENT, node)
                        .forEach(example -> wrong.addAll(mistakes(place, node.path("schema"), example)));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void showsOnlyExamplesOfSchemasThatAreValid() {
        var wrong = new ArrayList<String>();
        Published.walk(DOCUMENT.at("/components"), "", (place, node) -> {
            // A schema carries its examples itself; a parameter or header has them beside its schema.
            if (node.path("examples").isArray() && (node.has("type") || node.has("$ref"))) {
                node.path("examples").forEach(example -> wrong.addAll(mistakes(place, node, example)));
            } else if (node.has("schema") && node.has("example")) {
                wrong.addAll(mistakes(place, node.path("schema"), node.path("example")));
            }
        });
        assertThat(wrong).isEmpty();
    }

    static List<JsonNode> examples(JsonNode document, JsonNode of) {
        var all = new ArrayList<JsonNode>();
        if (of.has("example")) {
            all.add(of.path("example"));
        }
        of.path("examples")
                .properties()
                .forEach(example ->
                        all.add(Published.resolve(document, example.getValue()).path("value")));
        return all;
    }

    private static List<String> mistakes(String place, JsonNode schema, JsonNode example) {
        return mistakes(DOCUMENT, place, schema, example);
    }

    static List<String> mistakes(JsonNode document, String place, JsonNode schema, JsonNode example) {
        var whole = PublishedDocument.JSON.createObjectNode();
        whole.setAll((ObjectNode) schema.deepCopy());
        whole.set("components", document.path("components"));
        return JSON_SCHEMA.getSchema(whole).validate(example).stream()
                .map(mistake -> place + ": " + mistake)
                .toList();
    }

    @Test
    void everyCodeThatCallersCanMeetIsAtSomeOperation() {
        var listed = new TreeSet<String>();
        Published.walk(DOCUMENT, "", (place, node) -> node.path(PublishedOperation.CODES)
                .forEach(code -> listed.add(code.asText())));
        Published.walk(DialectDocumentTest.DOCUMENT, "", (place, node) -> node.path(PublishedOperation.CODES)
                .forEach(code -> listed.add(code.asText())));
        var missing = new TreeSet<>(ProblemCatalog.get().codes());
        missing.removeAll(listed);
        // No route answers 405 or for what is not offered, the clock is on the management port, the sums are between
        // services, and that a job was
        // called off stands inside it.
        missing.removeAll(Set.of(
                "method-not-allowed", "not-offered", "clock-moved-back", "statement-sums-differ", "job-cancelled"));
        missing.removeAll(Published.lines("codes-not-documented-yet.txt"));
        assertThat(missing)
                .as("a problem code that no operation lists: name it in the @Refuses of its resource's method")
                .isEmpty();
    }

    @Test
    void showsTheLimitsThatAreSetByDefault() throws IOException {
        var settings = new Properties();
        var file = Published.CHECKOUT.resolve("gateway/src/main/resources/application.properties");
        try (var in = Files.newBufferedReader(file)) {
            settings.load(in);
        }
        DOCUMENT.path("x-rate-limits").properties().forEach(limit -> limit.getValue()
                .properties()
                .forEach(number -> assertThat(number.getValue().asText())
                        .isEqualTo(settings.getProperty("kontor.limits." + limit.getKey() + "." + number.getKey()))));
        assertThat(DOCUMENT.path("x-rate-limits")).hasSize(3);
    }
}
