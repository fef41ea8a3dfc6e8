package dev.kontor.platform.security.targets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.platform.web.ProblemDocument;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.Traces;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;

/** What {@link URI} can't read is 400, and what names no path is 404, as a problem each (api.md, "every answer"). */
@ApplicationScoped
class Targets {

    private final ObjectMapper mapper;

    Targets(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::read).failureHandler(this::refused);
    }

    private void read(RoutingContext context) {
        if (isReadable(context.request().uri())) {
            context.next();
        } else {
            answer(context, Problems.invalid());
        }
    }

    /** The router itself refuses a path without a slash, before anybody is asked; all else has failed somewhere else. */
    private void refused(RoutingContext context) {
        var path = context.request().path();
        if (path == null || !path.startsWith("/")) {
            answer(context, Problems.notFound());
        } else {
            context.next();
        }
    }

    private static boolean isReadable(String target) {
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private void answer(RoutingContext context, Problem problem) {
        var request = context.request();
        var language = ProblemCatalog.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var document = ProblemDocument.of(problem, language, request.path(), Traces.traceId());
        try {
            request.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                    .end(mapper.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
