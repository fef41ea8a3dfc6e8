package dev.kontor.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which headers cross the gateway. */
final class PassedHeaders {

    /**
     * All that services read from a caller. A list of what may pass, since nobody can list every header that pretends
     * ({@code X-Partner-Id}, {@code X_Partner_Id}, {@code X-Original-URL}, {@code X-HTTP-Method-Override}, …).
     */
    private static final Set<String> FROM_CALLER = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-length",
            "content-type",
            "idempotency-key",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "last-event-id",
            "prefer",
            "range",
            "tracestate",
            "user-agent");

    /** What is between two hops only (RFC 9110, section 7.6.1), or tells about the inside. */
    private static final Set<String> NOT_FROM_SERVICE = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "server",
            "via",
            "x-powered-by",
            "set-cookie",
            "alt-svc",
            "kontor-news");

    private PassedHeaders() {}

    static void fromCaller(MultiMap from, MultiMap to) {
        var nominated = nominated(from);
        from.forEach(header -> {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (FROM_CALLER.contains(name) && (!nominated.contains(name) || name.equals("content-length"))) {
                to.add(header.getKey(), header.getValue());
            }
        });
    }

    /** A service names itself in {@code Location}, by an address nobody outside can reach: the path alone is left. */
    static void fromService(MultiMap from, MultiMap to, URI service) {
        var nominated = nominated(from);
        from.forEach(header -> {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (!NOT_FROM_SERVICE.contains(name) && !nominated.contains(name)) {
                to.add(header.getKey(), header.getValue());
            }
        });
        var location = to.get(HttpHeaders.LOCATION);
        var origin = service.getScheme() + "://" + service.getAuthority();
        if (location != null && location.startsWith(origin + "/")) {
            to.set(HttpHeaders.LOCATION, location.substring(origin.length()));
        }
    }

    /** The headers that {@code Connection} says are for this hop. */
    private static Set<String> nominated(MultiMap headers) {
        var values = headers.getAll(HttpHeaders.CONNECTION);
        if (values.isEmpty()) {
            return Set.of();
        }
        var names = new HashSet<String>();
        for (var value : values) {
            for (var name : value.split(",", -1)) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
