package dev.kontor.gateway.docs;

import dev.kontor.gateway.limits.LimitSettings;
import dev.kontor.gateway.tokens.AuthorizationServers;
import dev.kontor.platform.web.Acceptance;
import dev.kontor.platform.web.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The document as JSON and YAML, and a page to read and try it, which asks nobody but this gateway for anything. */
@Singleton
public class Documents {

    /** What the page consists of, and what changed in the document; the scripts that somebody's first call is made with are to be read, and copied. */
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "md", "text/markdown;charset=UTF-8",
            "sh", "text/plain;charset=UTF-8",
            "ts", "text/plain;charset=UTF-8",
            "py", "text/plain;charset=UTF-8");

    private static final String PAGE = "page.html";
    private static final Set<String> FILES = Set.of(
            PAGE,
            "page.css",
            "icon.svg",
            "page.js",
            "elements.js",
            "samples.js",
            "schema.js",
            "start.js",
            "trial.js",
            "changes.md",
            "first.sh",
            "first.ts",
            "first.py");

    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String ENTRANCE =
            """
            {"name":"Kontor","documentation":"/docs","openapi":["/openapi.json","/openapi.yaml"],"policy":"/v1/policy"}
            """;

    private static final String HTML = "text/html";
    private static final List<String> ENTRANCES = List.of("application/json", HTML);

    private final LimitSettings limits;
    private final AuthorizationServers servers;
    private final Map<String, Content> files = new ConcurrentHashMap<>();
    private volatile ApiDocument document;

    Documents(LimitSettings limits, AuthorizationServers servers) {
        this.limits = limits;
        this.servers = servers;
    }

    /** The way in, for people a page and for programs where to go on. */
    public void sendEntrance(HttpServerRequest request) {
        boolean html = Acceptance.of(request.headers().getAll(HttpHeaders.ACCEPT))
                .best(ENTRANCES)
                .equals(HTML);
        request.resume();
        var response = request.response().putHeader(HttpHeaders.VARY, "Accept");
        if (html) {
            response.setStatusCode(303).putHeader(HttpHeaders.LOCATION, "/docs").end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(ENTRANCE);
        }
    }

    public void sendJson(HttpServerRequest request) {
        document().json().send(request);
    }

    public void sendYaml(HttpServerRequest request) {
        document().yaml().send(request);
    }

    /** The calls that may be answered with the problem of that code. */
    public List<Answering> answering(String code) {
        return document().answering().getOrDefault(code, List.of());
    }

    /** The document of the vendor's partner API as it is spoken here. */
    public void sendPartnerV1(HttpServerRequest request) {
        files.computeIfAbsent("openapi-partner-v1.json", x -> ApiDocument.readPartnerV1())
                .send(request);
    }

    public void sendPage(HttpServerRequest request) {
        request.response().putHeader("Content-Security-Policy", PAGE_POLICY);
        sendFile(request, PAGE);
    }

    /** Sends one of the page's files, or throws 404. */
    public void sendFile(HttpServerRequest request, String name) {
        if (!FILES.contains(name)) {
            throw Problems.notFound();
        }
        files.computeIfAbsent(name, Documents::read).send(request);
    }

    /** Made when it is first asked for; two who ask at once make the same. */
    private ApiDocument document() {
        var made = document;
        if (made == null) {
            made = ApiDocument.read(limits, servers);
            document = made;
        }
        return made;
    }

    private static Content read(String name) {
        try (var in = Documents.class.getResourceAsStream("/docs/" + name)) {
            return Content.of(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
