package dev.kontor.local;

import java.time.Duration;

/**
 * How long a start is waited for: as long as it moves, however slow the machine is. What waits for something that never
 * comes hardly uses the processor; what starts does, even where a hundred others want it as well.
 */
final class Patience {

    static final Duration LIMIT = Duration.ofMinutes(3);

    /** More than a few idle services use in that time, and less than a starting one gets where it is crowded. */
    static final Duration WORK = Duration.ofSeconds(10);

    private long since;
    private int waitingFor;
    private Duration before = Duration.ZERO;

    /** @param nanos the time on a clock that only goes forward */
    Patience(long nanos) {
        since = nanos;
    }

    /**
     * Whether nothing has moved for too long.
     *
     * @param missing how many parts aren't ready yet
     * @param worked what these have used of the processor since they began
     */
    synchronized boolean isAtItsEnd(long nanos, int missing, Duration worked) {
        if (missing != waitingFor || worked.minus(before).compareTo(WORK) >= 0) {
            since = nanos;
            waitingFor = missing;
            before = worked;
        }
        return nanos - since > LIMIT.toNanos();
    }
}
