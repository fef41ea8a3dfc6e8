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
    void some_failures_among_answers_close_nothing() {
        for (int i = 0; i < 10; i++) {
            fail(CircuitBreaker.FAILURES - 1);
            assertThat(breaker.admits()).isTrue();
            breaker.answered();
        }
    }

    @Test
    void failures_in_a_row_close_the_way() {
        fail(CircuitBreaker.FAILURES - 1);
        assertThat(breaker.failed()).isTrue();
        assertThat(breaker.admits()).isFalse();
        assertThat(breaker.failed()).isFalse();
    }

    @Test
    void after_a_pause_one_request_tries() {
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
    void its_answer_lets_everyone_in_again() {
        fail(CircuitBreaker.FAILURES);
        now.addAndGet(CircuitBreaker.PAUSE.toNanos());
        assertThat(breaker.admits()).isTrue();
        breaker.answered();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isTrue();
    }
}
