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

    /** The reference to it. */
    String response(String code, Supplier<ObjectNode> written) {
        var name = Arrays.stream(code.split("-")).map(Schemas::capitalized).collect(Collectors.joining());
        responses.computeIfAbsent(name, x -> written.get());
        return "#/components/responses/" + name;
    }

    ObjectNode all() {
        var all = JsonNodeFactory.instance.objectNode();
        responses.forEach(all::set);
        return all;
    }
}
