package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.gateway.policy.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One service's own document. */
record ServiceDocument(String service, ObjectNode root) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /** One operation as its service documents it. */
    record Operation(String service, String method, String path, ObjectNode node) {

        /** The route it answers, whatever its parameters are called: {@code GET /v1/customers/{}}. */
        String shape() {
            return shape(method, path);
        }

        static String shape(String method, String path) {
            return method + " " + path.replaceAll("\\{[^}]*}", "{}");
        }
    }

    boolean isGateways() {
        return service.equals(Route.GATEWAY);
    }

    List<Operation> operations() {
        var found = new ArrayList<Operation>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        found.add(new Operation(
                                service, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), (ObjectNode)
                                        method.getValue()));
                    }
                }));
        return found;
    }

    JsonNode schemas() {
        return root.path("components").path("schemas");
    }

    JsonNode tags() {
        return root.path("tags");
    }
}
