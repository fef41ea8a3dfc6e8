package dev.kontor.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final AtomicLong now = new AtomicLong();
    private final CircuitBreaker breaker = new CircuitBreaker(now::get);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }

    @Test
    void someFailuresAmongAnswersCloseNothing() {
        for (int i = 0; i < 10; i++) {
            fail(CircuitBreaker.FAILURES - 1);
            assertThat(breaker.admits()).isTrue();
            breaker.answered();
        }
    }

    @Test
    void failuresInARowCloseTheWay() {
        fail(CircuitBreaker.FAILURES - 1);
        assertThat(breaker.failed()).isTrue();
        assertThat(breaker.admits()).isFalse();
        assertThat(breaker.failed()).isFalse();
    }

    @Test
    void afterAPauseOneRequestTries() {
        fail(CircuitBreaker.FAILURES);
        now.addAndGet(CircuitBreaker.PAUSE.toNanos());
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
        breaker.failed();
        assertThat(breaker.admits()).isFalse();
        now.addAndGet(CircuitBreaker.PAUSE.toNanos());
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void itsAnswerLetsEveryoneInAgain() {
        fail(CircuitBreaker.FAILURES);
        now.addAndGet(CircuitBreaker.PAUSE.toNanos());
        assertThat(breaker.admits()).isTrue();
        breaker.answered();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isTrue();
    }
}
