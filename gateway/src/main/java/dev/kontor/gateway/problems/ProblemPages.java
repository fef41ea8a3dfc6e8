package dev.kontor.gateway.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.gateway.docs.Answering;
import dev.kontor.gateway.docs.Documents;
import dev.kontor.platform.web.Acceptance;
import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.platform.web.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The page behind every problem's {@code type}: what it means, in English or German, as HTML or JSON. */
@Singleton
public class ProblemPages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HTML = "text/html";
    private static final List<String> FORMS = List.of("application/json", HTML);

    /** Beyond so many calls it is no use to name them. */
    private static final int MOST_CALLS = 60;

    private static final Map<Locale, Words> WORDS = Map.of(
            Locale.ENGLISH,
            new Words("Answered by", "Nearly every call may be answered with this.", "All calls"),
            Locale.GERMAN,
            new Words("Antwort auf", "Fast jeder Aufruf kann so beantwortet werden.", "Alle Aufrufe"));

    private final Documents documents;

    ProblemPages(Documents documents) {
        this.documents = documents;
    }

    /**
     * What a page says.
     *
     * @param answeredBy the calls that may be answered with it; none where that is nearly every one
     */
    record Page(String type, String code, String title, String explanation, List<Answering> answeredBy) {}

    private record Words(String answeredBy, String everyCall, String allCalls) {}

    /** Answers with the page of a code, or throws 404. */
    public void send(HttpServerRequest request, String code) {
        var catalog = ProblemCatalog.get();
        if (!catalog.codes().contains(code)) {
            throw Problems.notFound();
        }
        var language = ProblemCatalog.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var calls = documents.answering(code);
        var page = new Page(
                "/problems/" + code,
                code,
                catalog.title(code, language),
                catalog.explanation(code, language),
                calls.size() > MOST_CALLS ? List.of() : calls);
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
                        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'")
                .end(html ? html(page, calls, language) : json(page));
    }

    private static String json(Page page) {
        try {
            return JSON.writeValueAsString(page);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String html(Page page, List<Answering> calls, Locale language) {
        var words = WORDS.get(language);
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="icon" type="image/svg+xml" href="/docs/icon.svg">
                <link rel="stylesheet" href="/docs/page.css">
                </head>
                <body>
                <header id="head"><a class="name" href="/docs">Kontor <span>API</span></a></header>
                <main class="problem">
                <h1>%s</h1>
                <p class="lead">%s</p>
                <p><code>%s</code></p>
                %s
                <p><a href="/docs">%s</a></p>
                </main>
                </body>
                </html>
                """
                .formatted(
                        language.getLanguage(),
                        escape(page.title()),
                        escape(page.title()),
                        escape(page.explanation()),
                        escape(page.code()),
                        answeredBy(calls, words),
                        words.allCalls());
    }

    /** Nothing of what stands in results only, such as those of jobs. */
    private static String answeredBy(List<Answering> calls, Words words) {
        if (calls.isEmpty()) {
            return "";
        }
        if (calls.size() > MOST_CALLS) {
            return "<p>" + words.everyCall() + "</p>";
        }
        return calls.stream()
                .map(call -> "<tr><td>%d<td><a href=\"%s\"><code>%s %s</code></a><td>%s"
                        .formatted(
                                call.status(),
                                escape(call.href()),
                                call.method(),
                                escape(call.path()),
                                escape(call.summary())))
                .collect(Collectors.joining("\n", "<h2>" + words.answeredBy() + "</h2>\n<table>\n", "\n</table>"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
