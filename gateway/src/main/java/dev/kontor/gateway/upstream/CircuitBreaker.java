package dev.kontor.gateway.upstream;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Whether a service is worth asking: not after {@value #FAILURES} failures in a row, but for one request in each
 * {@link #PAUSE}, whose success lets everyone in again.
 */
public final class CircuitBreaker {

    static final int FAILURES = 5;
    /** After this time a service that is away gets its next try, and its callers are told to make theirs. */
    public static final Duration PAUSE = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong nextTry = new AtomicLong();

    CircuitBreaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    public boolean admits() {
        if (failures.get() < FAILURES) {
            return true;
        }
        long now = nanos.getAsLong();
        long due = nextTry.get();
        return now - due >= 0 && nextTry.compareAndSet(due, now + PAUSE.toNanos());
    }

    /** It answered, whatever it said. */
    public void answered() {
        if (failures.get() != 0) {
            failures.set(0);
        }
    }

    /** It could not be reached, hung up, or took too long; answers whether this was the failure that closes the way. */
    public boolean failed() {
        nextTry.set(nanos.getAsLong() + PAUSE.toNanos());
        return failures.incrementAndGet() == FAILURES;
    }
}
