package dev.kontor.platform.web.foreign;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The members of an answer that its caller wants.
 *
 * @param names null where all are wanted
 */
public record Fields(Set<String> names) {

    /** Reads names between commas; names that nothing has ask for nothing. Null or blank is all. */
    public static Fields of(String list) {
        if (list == null || list.isBlank()) {
            return new Fields(null);
        }
        var names = new HashSet<String>();
        Arrays.stream(list.split(",", -1)).map(String::strip).forEach(names::add);
        return new Fields(names);
    }

    /** The view as JSON, with nothing but those members and the one it is known by. */
    public ObjectNode of(Object view, String always, ObjectMapper mapper) {
        ObjectNode tree = mapper.valueToTree(view);
        if (names != null) {
            var kept = new HashSet<>(names);
            kept.add(always);
            tree.retain(kept);
        }
        return tree;
    }

    public List<ObjectNode> of(List<?> views, String always, ObjectMapper mapper) {
        return views.stream().map(view -> of(view, always, mapper)).toList();
    }
}
