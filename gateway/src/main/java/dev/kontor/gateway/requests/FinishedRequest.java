package dev.kontor.gateway.requests;

import java.util.UUID;

/**
 * What is kept of a request: no query, no header, no body, and nobody's name.
 *
 * @param route the route's name, or {@code none}
 * @param kind the kind of principal it spoke for, or null where that was not found out
 * @param partner the partner it spoke for, or null
 * @param bytes the answer's length
 */
public record FinishedRequest(
        String method,
        String path,
        String route,
        int status,
        long nanos,
        long bytes,
        String from,
        String kind,
        UUID partner,
        String trace) {}
