package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Answers with one code only are the same at every operation, and are written once, by the code's name. */
final class SharedProblems {

    private final Map<String, ObjectNode> responses = new TreeMap<>();
    private final Map<String, String> statuses = new TreeMap<>();

    /** The reference to it. */
    String response(String status, String code, Supplier<ObjectNode> written) {
        var name = nameOf(code);
        responses.computeIfAbsent(name, x -> written.get());
        statuses.put(name, status);
        return "#/components/responses/" + name;
    }

    /** {@code not-found} as {@code NotFound}. */
    static String nameOf(String code) {
        return Arrays.stream(code.split("-")).map(Schemas::capitalized).collect(Collectors.joining());
    }

    ObjectNode all(Examples examples) {
        var all = JsonNodeFactory.instance.objectNode();
        responses.forEach((name, answer) -> {
            examples.showShared(statuses.get(name), answer);
            all.set(name, answer);
        });
        return all;
    }
}
