package dev.kontor.gateway.proxy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Set;

/** How a request says whether it has a body, and how long it is. */
final class Framing {

    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private Framing() {}

    /** The length the request announces; -1 where it announces none. */
    static long announced(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    static boolean hasBody(HttpServerRequest request) {
        long announced = announced(request);
        return announced >= 0
                ? announced > 0 || WITH_BODY.contains(request.method())
                : request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                        || (request.version() == HttpVersion.HTTP_2 && WITH_BODY.contains(request.method()));
    }

    /** Whether doing it twice is doing it once, and there is nothing of it that could only be read once. */
    static boolean isRepeatable(HttpServerRequest request) {
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && !hasBody(request);
    }
}
