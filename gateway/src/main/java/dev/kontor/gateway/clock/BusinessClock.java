package dev.kontor.gateway.clock;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Business time. It decides when consent ends, and nothing that has to do with tokens, time-outs or heartbeats. */
@Singleton
public class BusinessClock {

    /** Null until somebody told; the first to tell may also tell of a time before the real one. */
    private final AtomicReference<Duration> offset = new AtomicReference<>();

    private final Clock real;

    BusinessClock() {
        this(Clock.systemUTC());
    }

    public BusinessClock(Clock real) {
        this.real = real;
    }

    public Instant now() {
        return real.instant().plus(offset());
    }

    public Duration offset() {
        var told = offset.get();
        return told == null ? Duration.ZERO : told;
    }

    /** Moves on to that offset; false, and unmoved, where that would be back. */
    public boolean advanceTo(Duration wanted) {
        var now = offset.accumulateAndGet(wanted, (a, b) -> a != null && a.compareTo(b) >= 0 ? a : b);
        return now.equals(wanted);
    }
}
