package dev.kontor.gateway.openapi;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a service's own document leaves open.
 *
 * @param answers by operation id, the schema of its JSON answer; {@code [License]} is a page of them
 * @param codes by route, the problem codes of its own that its service does not list
 */
record Supplements(Map<String, String> answers, Map<String, Map<String, Set<String>>> codes) {

    /** The schema an operation answers with, or null. */
    String answer(String operationId) {
        return answers.get(operationId);
    }

    Set<String> codes(String route, String status) {
        return new TreeSet<>(codes.getOrDefault(route, Map.of()).getOrDefault(status, Set.of()));
    }
}
