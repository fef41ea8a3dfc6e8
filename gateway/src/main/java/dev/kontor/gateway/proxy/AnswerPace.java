package dev.kontor.gateway.proxy;

import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/**
 * How fast a caller takes an answer that waits for it. Looked at once a window: an answer that waits at both ends of one was
 * held up by its caller, and what a service takes is not the caller's.
 */
final class AnswerPace {

    private final HttpServerResponse answer;
    private final double due;
    private long written;
    private boolean waited;

    AnswerPace(HttpServerResponse answer, Duration window) {
        this.answer = answer;
        this.due = window.toMillis() / 1_000d * LimitedBody.BYTES_A_SECOND;
    }

    /** Whether the window that ends now went by with less taken than {@link LimitedBody#BYTES_A_SECOND}. */
    boolean isTooSlow() {
        long before = written;
        boolean waitedBefore = waited;
        written = answer.bytesWritten();
        waited = answer.writeQueueFull();
        return waitedBefore && waited && written - before < due;
    }
}
