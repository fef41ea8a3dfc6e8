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
import java.util.concurrent.ConcurrentHashMap;

/** The document as JSON and YAML, and Swagger UI to look at it, which asks nobody but this gateway for anything. */
@Singleton
public class Documents {

    /** Where the viewer's jar has its files; the number is the one in {@code pom.xml}. */
    private static final String VIEWER = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

    /** What the page consists of: where it lies on the class path, and its type. */
    private static final Map<String, Source> FILES = Map.of(
            "page.html", Source.own("page.html", "text/html;charset=UTF-8"),
            "page.css", Source.own("page.css", "text/css;charset=UTF-8"),
            "page.js", Source.own("page.js", "text/javascript;charset=UTF-8"),
            "swagger-ui.css", Source.viewer("swagger-ui.css", "text/css;charset=UTF-8"),
            "swagger-ui-bundle.js", Source.viewer("swagger-ui-bundle.js", "text/javascript;charset=UTF-8"),
            "favicon-32x32.png", Source.viewer("favicon-32x32.png", "image/png"));

    /** The viewer sets styles on elements and shows pictures it carries in itself; nothing comes from elsewhere. */
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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

    private record Source(String path, String type) {
        static Source own(String name, String type) {
            return new Source("/docs/" + name, type);
        }

        static Source viewer(String name, String type) {
            return new Source(VIEWER + name, type);
        }
    }

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
        sendFile(request, "page.html");
    }

    /** Sends one of the page's files, or throws 404. */
    public void sendFile(HttpServerRequest request, String name) {
        var source = FILES.get(name);
        if (source == null) {
            throw Problems.notFound();
        }
        files.computeIfAbsent(name, x -> read(source)).send(request);
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

    private static Content read(Source source) {
        try (var in = Documents.class.getResourceAsStream(source.path())) {
            return Content.of(source.type(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
