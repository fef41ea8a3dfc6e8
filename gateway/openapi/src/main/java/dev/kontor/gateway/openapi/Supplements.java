package dev.kontor.gateway.openapi;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a service's own document leaves open.
 *
 * @param answers by operation id, the schema of its JSON answer; {@code [License]} is a page of them
 * @param sometimes by schema, the properties that an answer may leave out; all others are always there
 * @param tagged by operation id, what answers with an ETag and takes no If-Match
 * @param located by operation id, what answers with a Location
 * @param guarded by operation id, what takes If-Match beside every PATCH
 * @param codes by route, the problem codes of its own that its service does not list
 */
record Supplements(
        Map<String, String> answers,
        Map<String, Set<String>> sometimes,
        Set<String> tagged,
        Set<String> located,
        Set<String> guarded,
        Map<String, Map<String, Set<String>>> codes) {

    /** The schema an operation answers with, or null. */
    String answer(String operationId) {
        return answers.get(operationId);
    }

    Set<String> codes(String route, String status) {
        return new TreeSet<>(codes.getOrDefault(route, Map.of()).getOrDefault(status, Set.of()));
    }
}
