package dev.kontor.gateway.requests;

import com.fasterxml.jackson.core.JsonFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * One line for each request, as text or JSON ({@code kontor.requests.log}), in a category of its own.
 *
 * <p>Under load a write to the console for each line costs as much as checking the request, so lines wait for each other:
 * no longer than {@value #FLUSH_MS} ms, and no more of them than go out in one piece.
 */
@Singleton
class RequestLog {

    static final String CATEGORY = "kontor.requests";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final JsonFactory JSON = new JsonFactory();
    private static final long FLUSH_MS = 200;
    /** In characters: with any usual line more, less than the 8 KiB after which other logs may come between. */
    private static final int PIECE = 4_096;

    private final Format format;
    private final Clock clock = Clock.systemUTC();
    private final StringBuilder waiting = new StringBuilder(2 * PIECE);
    private boolean stopping;

    /** How a line is written. */
    enum Format {
        TEXT,
        JSON,
        NONE
    }

    RequestLog(@ConfigProperty(name = "kontor.requests.log", defaultValue = "text") Format format) {
        this.format = format;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(FLUSH_MS, timer -> flush());
    }

    void stop(@Observes ShutdownEvent stopped) {
        synchronized (waiting) {
            stopping = true;
            flush();
        }
    }

    void write(FinishedRequest request) {
        if (format == Format.NONE || !LOG.isInfoEnabled()) {
            return;
        }
        var line = format == Format.JSON ? json(request) : text(request);
        synchronized (waiting) {
            waiting.append(waiting.isEmpty() ? "" : "\n").append(line);
            if (stopping || waiting.length() > PIECE) {
                flush();
            }
        }
    }

    void flush() {
        synchronized (waiting) {
            if (!waiting.isEmpty()) {
                LOG.info(waiting.toString());
                waiting.setLength(0);
            }
        }
    }

    private String text(FinishedRequest request) {
        return clock.instant() + " " + request.from() + " " + request.method() + " " + printable(request.path()) + " "
                + request.status() + " " + request.nanos() / 1_000 + "us " + request.bytes() + "B "
                + orDash(request.kind()) + " " + orDash(request.partner()) + " trace=" + request.trace();
    }

    /** A path that was refused may hold anything; a line stays a line. */
    private static String printable(String path) {
        return path.chars().allMatch(c -> c > 0x20 && c < 0x7f) ? path : path.replaceAll("[^!-~]", "?");
    }

    private static String orDash(Object value) {
        return value == null ? "-" : value.toString();
    }

    private String json(FinishedRequest request) {
        var line = new StringWriter(400);
        try (var json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", clock.instant().toString());
            json.writeStringField("from", request.from());
            json.writeStringField("method", request.method());
            json.writeStringField("path", request.path());
            json.writeStringField("route", request.route());
            json.writeNumberField("status", request.status());
            json.writeNumberField("micros", request.nanos() / 1_000);
            json.writeNumberField("bytes", request.bytes());
            if (request.kind() != null) {
                json.writeStringField("kind", request.kind());
            }
            if (request.partner() != null) {
                json.writeStringField("partnerId", request.partner().toString());
            }
            json.writeStringField("traceId", request.trace());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }
}
