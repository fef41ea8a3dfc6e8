package dev.kontor.gateway.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All routes, found by walking a path's segments once; a literal goes before a parameter. */
final class RouteTree {

    private final Node root = new Node();

    RouteTree(List<Route> routes) {
        routes.forEach(this::add);
    }

    private void add(Route route) {
        var node = root;
        for (var segment : route.path().segments()) {
            var next = segment.parameter() == null ? node.literals : node.endings;
            node = next.computeIfAbsent(segment.literal(), x -> new Node());
        }
        if (node.routes.putIfAbsent(route.method(), route) != null) {
            throw new IllegalArgumentException("Two routes " + route.name());
        }
    }

    /** The routes of the path by method; empty where no route has that path. */
    Optional<Map<String, Route>> find(List<String> segments) {
        return Optional.ofNullable(find(root, segments, 0)).map(node -> node.routes);
    }

    private static Node find(Node node, List<String> segments, int depth) {
        if (depth == segments.size()) {
            return node.routes.isEmpty() ? null : node;
        }
        var segment = segments.get(depth);
        var literal = node.literals.get(segment);
        if (literal != null) {
            var found = find(literal, segments, depth + 1);
            if (found != null) {
                return found;
            }
        }
        for (var ending : node.endings.entrySet()) {
            if (segment.length() > ending.getKey().length() && segment.endsWith(ending.getKey())) {
                var found = find(ending.getValue(), segments, depth + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static final class Node {
        final Map<String, Node> literals = new HashMap<>();
        /** Parameters by their literal ending; the longest ending first, the bare parameter last. */
        final Map<String, Node> endings = new TreeMap<>(
                (a, b) -> a.length() != b.length() ? Integer.compare(b.length(), a.length()) : a.compareTo(b));

        final Map<String, Route> routes = new TreeMap<>();
    }
}
