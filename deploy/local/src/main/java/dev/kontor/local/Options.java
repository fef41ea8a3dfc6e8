package dev.kontor.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line: {@code --name value} or {@code --name=value}, flags, and the rest in order. */
record Options(List<String> arguments, Set<String> flags, Map<String, List<String>> values) {

    static Options parse(List<String> line, Set<String> knownFlags, Set<String> knownValues) {
        var arguments = new ArrayList<String>();
        var flags = new java.util.LinkedHashSet<String>();
        var values = new LinkedHashMap<String, List<String>>();
        var rest = new ArrayDeque<String>(line);
        while (!rest.isEmpty()) {
            var word = rest.pop();
            if (!word.startsWith("--")) {
                arguments.add(word);
                continue;
            }
            var equals = word.indexOf('=');
            var name = word.substring(2, equals < 0 ? word.length() : equals);
            if (knownFlags.contains(name) && equals < 0) {
                flags.add(name);
            } else if (knownValues.contains(name)) {
                if (equals < 0 && rest.isEmpty()) {
                    throw new Refusal("--" + name + " needs a value");
                }
                var value = equals < 0 ? rest.pop() : word.substring(equals + 1);
                values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            } else {
                throw new Refusal("Unknown option " + word);
            }
        }
        return new Options(arguments, flags, values);
    }

    boolean flag(String name) {
        return flags.contains(name);
    }

    Optional<String> value(String name) {
        var all = all(name);
        if (all.size() > 1) {
            throw new Refusal("--" + name + " was given more than once");
        }
        return all.stream().findFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
