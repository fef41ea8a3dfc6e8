package dev.kontor.platform.web;

import java.time.Duration;
import java.util.List;

/** The problems every service has in common; their codes are fixed by the public API. */
public final class Problems {

    private Problems() {}

    /** 404: it does not exist, or it is not the caller's: the answer is the same. */
    public static Problem notFound() {
        return CommonProblem.NOT_FOUND.problem();
    }

    /** 400: the input was understood, and these places of it are refused. */
    public static Problem invalid(InputError... errors) {
        return CommonProblem.VALIDATION_FAILED.problem(errors.length).withErrors(List.of(errors));
    }

    public static Problem malformedJson() {
        return CommonProblem.MALFORMED_JSON.problem();
    }

    public static Problem invalidCursor() {
        return CommonProblem.INVALID_CURSOR
                .problem()
                .withErrors(List.of(InputError.parameter("cursor", "invalid-cursor")));
    }

    public static Problem unauthenticated() {
        return CommonProblem.UNAUTHENTICATED.problem().header("WWW-Authenticate", "Bearer");
    }

    /** 403: the caller's role lacks the permission. */
    public static Problem roleRequired() {
        return CommonProblem.ROLE_REQUIRED.problem();
    }

    /** 403: the caller's partner is not in the program that this needs. */
    public static Problem programRequired(String program) {
        return CommonProblem.PROGRAM_REQUIRED.problem(program).with("program", program);
    }

    /** 412: the resource's version is no longer the one in {@code If-Match}. */
    public static Problem versionConflict() {
        return CommonProblem.VERSION_CONFLICT.problem();
    }

    /** 503: a part this answer needs is away; the caller may try again after that time. */
    public static Problem unavailable(Duration retryAfter) {
        return CommonProblem.SERVICE_UNAVAILABLE
                .problem()
                .header("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
}
