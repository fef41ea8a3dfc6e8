package dev.kontor.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.gateway.policy.PolicyFile;
import dev.kontor.gateway.policy.Route;
import dev.kontor.platform.web.ProblemCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document of the vendor's own partner API, written by hand, keeps to the policy and to what tools expect. */
class DialectDocumentTest {

    static final JsonNode DOCUMENT = read();
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]*)}");

    private static JsonNode read() {
        try {
            return PublishedDocument.YAML.readTree(Published.CHECKOUT
                    .resolve("gateway/src/main/resources/openapi-partner-v1.yaml")
                    .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void hasExactlyTheRoutesOfThePolicyThatSpeakIt() {
        var routes = PolicyFile.load().routes().stream()
                .filter(route -> Route.PARTNER_V1.equals(route.dialect()))
                .map(Route::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Published.operations(DOCUMENT))
                .extracting(Published.Operation::name)
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void saysOfEachRouteWhoMayUseIt() {
        var operations = Published.operations(DOCUMENT).stream()
                .collect(Collectors.toMap(Published.Operation::name, Published.Operation::node));
        PolicyFile.load().routes().stream()
                .filter(route -> Route.PARTNER_V1.equals(route.dialect()))
                .forEach(route -> {
                    var node = operations.get(route.name());
                    var allow = new TreeSet<String>();
                    node.at("/x-access/allow").forEach(word -> allow.add(word.asText()));
                    var wanted =
                            switch (route.audience()) {
                                case ANONYMOUS -> new TreeSet<>(java.util.Set.of("anonymous"));
                                case ANY_TOKEN -> new TreeSet<>(java.util.Set.of("any-token"));
                                case HOLDERS -> new TreeSet<>(route.permissions());
                            };
                    assertThat(allow).as(route.name()).isEqualTo(wanted);
                    assertThat(node.path("description").asText()).contains("Needs ");
                });
    }

    @Test
    void isNoPartOfTheDocumentOfV1() {
        assertThat(Published.NOW.document().path("paths").properties())
                .noneMatch(path -> DOCUMENT.path("paths").has(path.getKey()));
    }

    @Test
    void resolvesEveryReferenceAndDeclaresWhatItUses() {
        var broken = new TreeSet<String>();
        var words = new HashSet<String>();
        Published.walk(DOCUMENT, "", (place, node) -> {
            var reference = node.path("$ref");
            if (reference.isTextual()
                    && DOCUMENT.at(reference.asText().substring(1)).isMissingNode()) {
                broken.add(place + " → " + reference.asText());
            }
            node.path("tags")
                    .forEach(tag -> words.add(tag.asText(tag.path("name").asText())));
        });
        assertThat(broken).isEmpty();
        assertThat(DOCUMENT.path("tags").findValuesAsText("name"))
                .containsAll(words.stream().filter(w -> !w.isEmpty()).toList());
    }

    @Test
    void namesOperationsOnceAndDeclaresTheParametersOfPaths() {
        var ids = new ArrayList<String>();
        for (var operation : Published.operations(DOCUMENT)) {
            ids.add(operation.node().path("operationId").asText());
            var inPath = new TreeSet<String>();
            PATH_PARAMETER.matcher(operation.name()).results().forEach(found -> inPath.add(found.group(1)));
            var declared = new TreeSet<String>();
            for (var given : operation.node().path("parameters")) {
                var parameter = Published.resolve(DOCUMENT, given);
                if (parameter.path("in").asText().equals("path")) {
                    declared.add(parameter.path("name").asText());
                }
            }
            assertThat(declared).as(operation.name()).isEqualTo(inPath);
        }
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+[A-Za-z]*"));
    }

    @Test
    void describesEveryAnswerWithItsSchema() {
        for (var operation : Published.operations(DOCUMENT)) {
            operation.node().path("responses").properties().forEach(given -> {
                var answer = Published.resolve(DOCUMENT, given.getValue());
                assertThat(answer.path("description").asText()).isNotBlank();
                assertThat(answer.at("/content/application~1json/schema"))
                        .as(operation.name() + " " + given.getKey())
                        .isNotEmpty();
            });
            assertThat(operation.node().path("responses").properties())
                    .extracting(java.util.Map.Entry::getKey)
                    .contains("400", "429", "500")
                    .anyMatch(status -> status.startsWith("2"));
        }
    }

    @Test
    void listsCodesThatThereAre() {
        var codes = new TreeSet<String>();
        Published.walk(DOCUMENT, "", (place, node) -> node.path(PublishedOperation.CODES)
                .forEach(code -> codes.add(code.asText())));
        assertThat(ProblemCatalog.get().codes()).containsAll(codes);
    }

    @Test
    void showsOnlyExamplesThatAreValid() {
        var wrong = new ArrayList<String>();
        var seen = new ArrayList<String>();
        Published.walk(DOCUMENT, "", (place, node) -> {
            if (node.path("examples").isArray()) {
                node.path("examples").forEach(example -> {
                    seen.add(place);
                    wrong.addAll(DocumentLintTest.mistakes(DOCUMENT, place, node, example));
                });
            } else if (node.has("schema")) {
                DocumentLintTest.examples(DOCUMENT, node)
                        .forEach(example ->
                                wrong.addAll(DocumentLintTest.mistakes(DOCUMENT, place, node.path("schema"), example)));
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(seen).hasSizeGreaterThan(10);
    }
}
