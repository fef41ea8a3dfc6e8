package dev.kontor.platform.web;

import java.time.Duration;
import java.util.List;

/** The problems every service has in common; their codes are fixed by the public API. */
public final class Problems {

    private Problems() {}

    /** 404: it does not exist, or it is not the caller's: the answer is the same. */
    public static Problem notFound() {
        return Problem.of(404, "not-found");
    }

    /** 400: the input was understood, and these places of it are refused. */
    public static Problem invalid(InputError... errors) {
        return Problem.of(400, "validation-failed", errors.length).withErrors(List.of(errors));
    }

    public static Problem malformedJson() {
        return Problem.of(400, "malformed-json");
    }

    public static Problem invalidCursor() {
        return Problem.of(400, "invalid-cursor").withErrors(List.of(InputError.parameter("cursor", "invalid-cursor")));
    }

    public static Problem unauthenticated() {
        return Problem.of(401, "unauthenticated").header("WWW-Authenticate", "Bearer");
    }

    /** 403: the caller's role lacks the permission. */
    public static Problem roleRequired() {
        return Problem.of(403, "role-required");
    }

    /** 412: the resource's version is no longer the one in {@code If-Match}. */
    public static Problem versionConflict() {
        return Problem.of(412, "version-conflict");
    }

    /** 503: a part this answer needs is away; the caller may try again after that time. */
    public static Problem unavailable(Duration retryAfter) {
        return Problem.of(503, "service-unavailable")
                .header("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
}
