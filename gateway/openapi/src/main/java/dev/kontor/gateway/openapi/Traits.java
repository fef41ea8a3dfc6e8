package dev.kontor.gateway.openapi;

import dev.kontor.gateway.policy.Route;

/**
 * What of the protocol an operation takes part in, which its service's own document does not show.
 *
 * @param tagged answers with an ETag
 * @param guarded takes If-Match
 * @param located answers with a Location
 */
record Traits(boolean tagged, boolean guarded, boolean located) {

    static Traits of(Route route, String operationId, Supplements supplements) {
        var guarded = route.method().equals("PATCH") || supplements.guarded().contains(operationId);
        return new Traits(
                guarded || supplements.tagged().contains(operationId),
                guarded,
                supplements.located().contains(operationId));
    }
}
