package dev.kontor.gateway.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.web.Acceptance;
import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.platform.web.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** The page behind every problem's {@code type}: what it means, in English or German, as HTML or JSON. */
@Singleton
public class ProblemPages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HTML = "text/html";
    private static final List<String> FORMS = List.of("application/json", HTML);

    /** What a page says. */
    record Page(String type, String code, String title, String explanation) {}

    /** Answers with the page of a code, or throws 404. */
    public void send(HttpServerRequest request, String code) {
        var catalog = ProblemCatalog.get();
        if (!catalog.codes().contains(code)) {
            throw Problems.notFound();
        }
        var language = ProblemCatalog.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var page =
                new Page("/problems/" + code, code, catalog.title(code, language), catalog.explanation(code, language));
        boolean html = Acceptance.of(request.headers().getAll(HttpHeaders.ACCEPT))
                .best(FORMS)
                .equals(HTML);
        request.resume();
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, html ? "text/html;charset=UTF-8" : "application/json")
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .putHeader(HttpHeaders.VARY, "Accept, Accept-Language")
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .end(html ? html(page, language) : json(page));
    }

    private static String json(Page page) {
        try {
            return JSON.writeValueAsString(page);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String html(Page page, Locale language) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s</title>
                <style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}</style>
                </head>
                <body>
                <h1>%s</h1>
                <p>%s</p>
                <p><code>%s</code></p>
                </body>
                </html>
                """
                .formatted(
                        language.getLanguage(),
                        escape(page.title()),
                        escape(page.title()),
                        escape(page.explanation()),
                        escape(page.code()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
