package dev.kontor.gateway.limits;

import io.vertx.core.MultiMap;

/** The tightest limit a request met, as its answer tells it (IETF draft-ietf-httpapi-ratelimit-headers). */
public final class Allowance {

    private static final CharSequence LIMIT = io.vertx.core.http.HttpHeaders.createOptimized("RateLimit");
    private static final CharSequence POLICY = io.vertx.core.http.HttpHeaders.createOptimized("RateLimit-Policy");

    private final Policy policy;
    private final Standing standing;

    /** A limit's name and how it is written; the same for every answer. */
    record Policy(String name, String written) {
        static Policy of(String name, LimitSettings.Quota quota) {
            return new Policy(name, "\"" + name + "\";q=" + quota.rate() + ";w=1;burst=" + quota.burst());
        }
    }

    Allowance(Policy policy, Standing standing) {
        this.policy = policy;
        this.standing = standing;
    }

    boolean admitted() {
        return standing.admitted();
    }

    long retryAfterSeconds() {
        return standing.retryAfterSeconds();
    }

    /** Whichever refuses, or else leaves less. */
    static Allowance tighter(Allowance one, Allowance other) {
        return !other.admitted() || other.standing.left() < one.standing.left() ? other : one;
    }

    /** Adds {@code RateLimit} and {@code RateLimit-Policy}. */
    public void tell(MultiMap headers) {
        headers.set(POLICY, policy.written());
        headers.set(LIMIT, "\"" + policy.name() + "\";r=" + standing.left() + ";t=" + standing.fullInSeconds());
    }
}
