package dev.kontor.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that breaks off when more comes than is allowed, however it was announced, or when it comes so slowly that
 * nobody means it.
 */
final class LimitedBody implements ReadStream<Buffer> {

    /** What a caller has to send in a second, on average. */
    static final int BYTES_A_SECOND = 8 * 1024;

    private static final double SECOND = 1_000_000_000d;

    private final ReadStream<Buffer> source;
    private final long limit;
    private final LongSupplier nanos;
    private long seen;
    private long flowed;
    private long flowingSince;
    private boolean flowing;
    private Breach breach;
    private Handler<Throwable> onFailure;

    /** Why a body was not taken whole. */
    enum Breach {
        TOO_LARGE,
        TOO_SLOW,
        BROKEN
    }

    LimitedBody(ReadStream<Buffer> source, long limit, LongSupplier nanos) {
        this.source = source;
        this.limit = limit;
        this.nanos = nanos;
    }

    /** Null while nothing is wrong with it. */
    Breach breach() {
        return breach;
    }

    /** Breaks the body off where its caller is behind by more than {@code grace}; time spent waiting for us is ours. */
    void requirePace(Duration grace) {
        double due = (flowedUntilNow() - grace.toNanos()) / SECOND * BYTES_A_SECOND;
        if (seen < due) {
            breakOff(Breach.TOO_SLOW, new IllegalStateException("The body comes too slowly"));
        }
    }

    private long flowedUntilNow() {
        return flowing ? flowed + nanos.getAsLong() - flowingSince : flowed;
    }

    private void breakOff(Breach why, Throwable cause) {
        if (breach == null) {
            breach = why;
            if (onFailure != null) {
                onFailure.handle(cause);
            }
        }
    }

    @Override
    public LimitedBody handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : buffer -> take(buffer, handler));
        return this;
    }

    private void take(Buffer buffer, Handler<Buffer> handler) {
        seen += buffer.length();
        if (seen > limit) {
            breakOff(Breach.TOO_LARGE, new IllegalStateException("The body is longer than " + limit + " bytes"));
        } else if (breach == null) {
            handler.handle(buffer);
        }
    }

    @Override
    public LimitedBody exceptionHandler(Handler<Throwable> handler) {
        onFailure = handler;
        source.exceptionHandler(handler == null ? null : cause -> breakOff(Breach.BROKEN, cause));
        return this;
    }

    @Override
    public LimitedBody endHandler(Handler<Void> handler) {
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            if (breach == null) {
                                handler.handle(null);
                            }
                        });
        return this;
    }

    @Override
    public LimitedBody pause() {
        flowed = flowedUntilNow();
        flowing = false;
        source.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        if (!flowing) {
            flowing = true;
            flowingSince = nanos.getAsLong();
        }
        source.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
