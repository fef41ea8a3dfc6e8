package dev.kontor.gateway.browsers;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every answer says to a browser, whoever wrote the rest of it. */
@Singleton
public class AnswerHeaders {

    static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");

    private static final CharSequence NO_CONTENT =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");
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

    private final Cors cors;
    private final boolean encrypted;

    AnswerHeaders(
            Cors cors,
            @ConfigProperty(name = "kontor.public.url", defaultValue = "http://127.0.0.1:8080") URI publicUrl) {
        this.cors = cors;
        this.encrypted = "https".equals(publicUrl.getScheme());
    }

    /** Adds them, just before the head goes out. */
    public void add(HttpServerRequest request, MultiMap headers) {
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
}
