package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.platform.web.ProblemDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** One example of each problem, the same for all operations: a recorded one where it says more than the catalogue's texts. */
final class ProblemExamples {

    private static final String PREFIX = "#/components/examples/";
    private static final Set<String> PLAIN = Set.of("type", "title", "status", "detail", "instance", "code", "traceId");
    /** With all its members, but not of many places at once. */
    private static final Comparator<ObjectNode> TELLS_MOST = Comparator.comparingInt(ObjectNode::size)
            .thenComparing(problem -> -problem.path("errors").size())
            .thenComparing(ObjectNode::toString, Comparator.reverseOrder());

    private final Properties texts = new Properties();
    private final TreeMap<String, ObjectNode> met = new TreeMap<>();
    private final TreeMap<String, ObjectNode> shown = new TreeMap<>();

    ProblemExamples(Path checkout) throws IOException {
        for (var modules : List.of(checkout, checkout.resolve("platform"))) {
            try (var folders = Files.newDirectoryStream(modules, Files::isDirectory)) {
                for (var module : folders) {
                    load(module.resolve("src/main/resources/problems"));
                }
            }
        }
    }

    private void load(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*_en.properties")) {
                for (var file : files) {
                    try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                        texts.load(in);
                    }
                }
            }
        }
    }

    /** A problem that a journey met somewhere. */
    void met(JsonNode problem) {
        var anywhere = ((ObjectNode) problem).deepCopy();
        anywhere.remove("instance");
        met.merge(
                problem.path("code").asText(),
                anywhere,
                (one, other) -> TELLS_MOST.compare(one, other) >= 0 ? one : other);
    }

    /** Shows at an answer, which lists its codes, each of them: as its operation met it, where that tells more than the shared one. */
    void show(String status, ObjectNode answer, JsonNode ofOperation) {
        var examples = ((ObjectNode) answer.path("content").path(ProblemDocument.MEDIA_TYPE)).putObject("examples");
        answer.path(PublishedOperation.CODES).forEach(listed -> {
            var code = listed.asText();
            var own = ofOperation.path(code);
            if (own.isObject() && tellsMore(own)) {
                examples.putObject(code).set("value", own);
            } else {
                examples.putObject(code).put("$ref", PREFIX + SharedProblems.nameOf(code));
                shown.computeIfAbsent(SharedProblems.nameOf(code), x -> shared(status, code));
            }
        });
    }

    /** Those that are shown somewhere. */
    ObjectNode all() {
        return JsonNodeFactory.instance.objectNode().setAll(shown);
    }

    private ObjectNode shared(String status, String code) {
        var example = JsonNodeFactory.instance.objectNode();
        var one = met.get(code);
        if (one != null && (tellsMore(one) || hasPlaces(code))) {
            return example.set("value", one);
        }
        example.putObject("value")
                .put("type", "/problems/" + code)
                .put("title", texts.getProperty(code + ".title"))
                .put("status", Integer.parseInt(status))
                .put("detail", detail(code))
                .put("code", code)
                .put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        return example;
    }

    private static boolean tellsMore(JsonNode problem) {
        return problem.properties().stream().anyMatch(member -> !PLAIN.contains(member.getKey()));
    }

    private boolean hasPlaces(String code) {
        return texts.getProperty(code + ".detail", "").contains("{");
    }

    /** What is true of every problem of the code. */
    private String detail(String code) {
        return texts.getProperty(code + (hasPlaces(code) ? ".page" : ".detail"), "")
                .replace("''", "'");
    }
}
