package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.gateway.policy.Route;

/**
 * What of the protocol an operation takes part in; its service marks it so.
 *
 * @param tagged answers with an ETag
 * @param guarded takes If-Match
 * @param located answers with a Location
 */
record Traits(boolean tagged, boolean guarded, boolean located) {

    /** Takes the marks away, which are between services and gateway. */
    static Traits take(Route route, ObjectNode operation) {
        var guarded = operation.remove("x-guarded") != null || route.method().equals("PATCH");
        return new Traits(
                operation.remove("x-tagged") != null || guarded, guarded, operation.remove("x-located") != null);
    }
}
