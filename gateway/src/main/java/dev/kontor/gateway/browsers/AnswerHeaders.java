package dev.kontor.gateway.browsers;

import dev.kontor.gateway.proxy.Trace;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every answer says, whoever wrote the rest of it: when it was made, of which trace it is, and what a browser may do with it. */
@Singleton
public class AnswerHeaders {

    static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");

    private static final CharSequence NO_CONTENT =
            HttpHeaders.createOptimized("default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    private static final CharSequence SNIFFING = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence FRAMES = HttpHeaders.createOptimized("X-Frame-Options");
    private static final CharSequence DENY = HttpHeaders.createOptimized("DENY");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence SHARING = HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    private static final CharSequence TRANSPORT = HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence ONLY_TLS = HttpHeaders.createOptimized("max-age=31536000; includeSubDomains");

    private static final CharSequence TRACE = HttpHeaders.createOptimized(Trace.HEADER);
    private static final CharSequence ASK_AGAIN = HttpHeaders.createOptimized("private, no-cache");

    /** RFC 9110, section 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Clock clock = Clock.systemUTC();
    private final Cors cors;
    private final boolean encrypted;
    private volatile Now now = new Now(0, "");

    /** A second of the machine's clock, as headers write it; thousands of answers share one. */
    private record Now(long second, String text) {}

    AnswerHeaders(
            Cors cors,
            @ConfigProperty(name = "kontor.public.url", defaultValue = "http://127.0.0.1:8080") URI publicUrl) {
        this.cors = cors;
        this.encrypted = "https".equals(publicUrl.getScheme());
    }

    /** Adds them, just before the head goes out. */
    public void add(HttpServerRequest request, Trace trace, MultiMap headers) {
        headers.set(HttpHeaders.DATE, date());
        headers.set(TRACE, trace.next());
        if (isRead(request) && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
        }
        headers.set(SNIFFING, NOSNIFF);
        headers.set(FRAMES, DENY);
        headers.set(REFERRER, NO_REFERRER);
        headers.set(SHARING, SAME_ORIGIN);
        if (!headers.contains(POLICY)) {
            headers.set(POLICY, NO_CONTENT);
        }
        if (encrypted) {
            headers.set(TRANSPORT, ONLY_TLS);
        }
        cors.mark(request, headers);
    }

    private static boolean isRead(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    private String date() {
        var time = clock.instant();
        if (now.second() != time.getEpochSecond()) {
            now = new Now(time.getEpochSecond(), HTTP_DATE.format(time));
        }
        return now.text();
    }
}
