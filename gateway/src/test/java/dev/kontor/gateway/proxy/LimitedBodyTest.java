package dev.kontor.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.gateway.proxy.LimitedBody.Breach;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final AtomicLong now = new AtomicLong();
    private final Source source = new Source();
    private final LimitedBody body = new LimitedBody(source, 100_000, now::get);
    private int taken;
    private boolean ended;
    private Throwable failure;

    LimitedBodyTest() {
        body.exceptionHandler(cause -> failure = cause);
        body.handler(buffer -> taken += buffer.length());
        body.endHandler(end -> ended = true);
        body.resume();
    }

    private void seconds(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void aBodyWithinItsBoundsGoesThrough() {
        source.send(100_000);
        source.end();
        assertThat(taken).isEqualTo(100_000);
        assertThat(ended).isTrue();
        assertThat(body.breach()).isNull();
    }

    @Test
    void aByteTooManyBreaksItOffAndItNeverEnds() {
        source.send(100_000);
        source.send(1);
        source.end();
        assertThat(body.breach()).isEqualTo(Breach.TOO_LARGE);
        assertThat(failure).isNotNull();
        assertThat(taken).isEqualTo(100_000);
        assertThat(ended).isFalse();
    }

    @Test
    void aDripIsCutOffAfterItsGrace() {
        source.send(10);
        seconds(20);
        body.requirePace(GRACE);
        assertThat(body.breach()).isNull();
        seconds(1);
        body.requirePace(GRACE);
        assertThat(body.breach()).isEqualTo(Breach.TOO_SLOW);
        assertThat(failure).isNotNull();
    }

    @Test
    void aSlowLineThatKeepsMovingIsNot() {
        for (int second = 0; second < 10; second++) {
            source.send(LimitedBody.BYTES_A_SECOND);
            seconds(1);
        }
        seconds(20);
        body.requirePace(GRACE);
        assertThat(body.breach()).isNull();
    }

    @Test
    void timeInWhichTheServiceTakesNothingIsNotTheCallers() {
        body.pause();
        seconds(600);
        body.resume();
        seconds(20);
        body.requirePace(GRACE);
        assertThat(body.breach()).isNull();
    }

    @Test
    void aBodyWhoseSenderWentAwayIsBroken() {
        source.failures.handle(new IllegalStateException("gone"));
        assertThat(body.breach()).isEqualTo(Breach.BROKEN);
        assertThat(ended).isFalse();
    }

    /** Sends what the test says. */
    private static final class Source implements ReadStream<Buffer> {
        private Handler<Buffer> handler;
        private Handler<Void> ends;
        private Handler<Throwable> failures;

        void send(int bytes) {
            handler.handle(Buffer.buffer(new byte[bytes]));
        }

        void end() {
            ends.handle(null);
        }

        @Override
        public Source exceptionHandler(Handler<Throwable> to) {
            failures = to;
            return this;
        }

        @Override
        public Source handler(Handler<Buffer> to) {
            handler = to;
            return this;
        }

        @Override
        public Source endHandler(Handler<Void> to) {
            ends = to;
            return this;
        }

        @Override
        public Source pause() {
            return this;
        }

        @Override
        public Source resume() {
            return this;
        }

        @Override
        public Source fetch(long amount) {
            return this;
        }
    }
}
