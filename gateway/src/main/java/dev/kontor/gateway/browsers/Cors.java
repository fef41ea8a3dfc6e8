package dev.kontor.gateway.browsers;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/**
 * Lets pages of configured origins call the API (the Fetch standard's CORS protocol). No credentials are ever allowed:
 * tokens come in a header that a page sets itself, never in a cookie.
 */
@Singleton
public class Cors {

    private static final String REQUEST_HEADERS = "Accept, Accept-Language, Authorization, Cache-Control,"
            + " Content-Type, Idempotency-Key, If-Match, If-None-Match, If-Range, Last-Event-ID, Prefer, Range, baggage,"
            + " sentry-trace, traceparent, tracestate";
    private static final String EXPOSED_HEADERS = "Accept-Patch, Accept-Ranges, Allow, Content-Disposition,"
            + " Content-Encoding, Content-Hash, Content-Language, Content-Range, Date, ETag, Idempotency-Replayed, Link,"
            + " Location, RateLimit, RateLimit-Policy, Retry-After, traceparent, WWW-Authenticate";
    private static final String MAX_AGE = Long.toString(Duration.ofHours(2).toSeconds());

    private final Origins origins;

    Cors(Origins origins) {
        this.origins = origins;
    }

    /** Whether a browser asks on behalf of an allowed page what it may send; any other such question is a request. */
    public boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null
                && origins.allow(request.getHeader(HttpHeaders.ORIGIN));
    }

    /** Answers such a question with the methods that the path has. */
    public Future<Void> answer(HttpServerRequest request, Set<String> methods) {
        request.resume();
        return request.response()
                .setStatusCode(204)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, String.join(", ", methods))
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE)
                .end();
    }

    /** Adds to any answer that the asking page may read it. */
    void mark(HttpServerRequest request, MultiMap headers) {
        if (origins.areNone()) {
            return;
        }
        headers.add(HttpHeaders.VARY, "Origin");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origins.allow(origin)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS);
        }
    }
}
