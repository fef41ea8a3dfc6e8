package dev.kontor.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call of the document that may be answered with a problem.
 *
 * @param href where it is described, relative to this gateway
 */
public record Answering(String method, String path, String summary, int status, String href) {

    /** By the codes of problems; what nearly every call may say is there as often as there are calls. */
    static Map<String, List<Answering>> byCode(JsonNode document) {
        var found = new TreeMap<String, List<Answering>>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                for (var answer : operation.getValue().path("responses").properties()) {
                    var calls = new Answering(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            operation.getValue().path("summary").asText(),
                            Integer.parseInt(answer.getKey()),
                            "/docs#/"
                                    + operation
                                            .getValue()
                                            .path("tags")
                                            .path(0)
                                            .asText()
                                            .replace(" ", "%20") + "/"
                                    + operation.getValue().path("operationId").asText());
                    resolved(document, answer.getValue()).path("x-codes").forEach(code -> found.computeIfAbsent(
                                    code.asText(), x -> new ArrayList<>())
                            .add(calls));
                }
            }
        }
        return found;
    }

    private static JsonNode resolved(JsonNode document, JsonNode answer) {
        var reference = answer.path("$ref").asText();
        return reference.isEmpty() ? answer : document.at(reference.substring(1));
    }
}
