package dev.kontor.gateway.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.platform.web.ProblemDocument;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;

/** Writes problems (RFC 9457) without any framework between. */
@Singleton
public class ProblemAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** A refused body up to this size is read away, so that the connection can go on; a longer one ends it. */
    private static final long READ_AWAY = 64 * 1024;

    public void send(HttpServerRequest request, Problem problem, String path, String traceId) {
        var document = ProblemDocument.of(problem, language(request), path, traceId);
        send(request, problem.status(), problem.headers(), ProblemDocument.MEDIA_TYPE, document);
    }

    /** The language its caller reads. */
    public static Locale language(HttpServerRequest request) {
        return ProblemCatalog.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** A refusal in whatever form, unless something was answered already. */
    public void send(HttpServerRequest request, int status, Map<String, String> headers, String type, Object body) {
        var response = request.response();
        if (response.ended() || response.closed() || response.headWritten()) {
            return;
        }
        response.setStatusCode(status);
        // Nothing of an answer that was begun and given up.
        response.headers().clear();
        headers.forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        response.putHeader(HttpHeaders.CONTENT_LANGUAGE, language(request).getLanguage());
        response.putHeader(HttpHeaders.VARY, "Accept-Language");
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isLong(request)) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        // Over HTTP/2 a request that has ended can not be resumed.
        if (!request.isEnded()) {
            request.resume();
        }
        response.end(json(body));
    }

    private static boolean isLong(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                : length.length() > 9 || Long.parseLong(length) > READ_AWAY;
    }

    private static Buffer json(Object document) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
