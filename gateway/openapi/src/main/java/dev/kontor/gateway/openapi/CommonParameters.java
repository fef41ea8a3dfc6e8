package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Parameters that mean the same wherever they occur: their words and bounds, where a service has none of its own. */
final class CommonParameters {

    /** Where the gateway's document describes them. */
    static final String LIST = "x-parameters";

    private final JsonNode byName;

    CommonParameters(JsonNode byName) {
        this.byName = byName;
    }

    void describe(JsonNode operation) {
        for (var parameter : operation.path("parameters")) {
            var common = byName.path(parameter.path("name").asText());
            fill(parameter, "description", common);
            fill(parameter, "example", common);
            common.path("schema").fieldNames().forEachRemaining(bound -> {
                if (!parameter.path("schema").has("$ref")) {
                    fill(parameter.path("schema"), bound, common.path("schema"));
                }
            });
        }
    }

    private static void fill(JsonNode parameter, String field, JsonNode common) {
        if (!parameter.has(field) && common.has(field)) {
            ((ObjectNode) parameter).set(field, common.path(field));
        }
    }
}
