package dev.kontor.gateway.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLongArray;

/** How old the newest news of every partition is; one that is silent for {@link #LIMIT} makes all of it old. */
final class Freshness {

    static final Duration LIMIT = Duration.ofSeconds(3);

    private volatile AtomicLongArray heard = new AtomicLongArray(0);
    /** Until when everything was heard, whatever became of the partitions since. */
    private volatile long known = Long.MIN_VALUE;

    void expect(int partitions) {
        var fresh = new AtomicLongArray(partitions);
        for (int i = 0; i < partitions; i++) {
            fresh.set(i, Long.MIN_VALUE);
        }
        heard = fresh;
    }

    /**
     * A heartbeat. What counts is when it was sent, so that one read late is old news; and never more than now, so that
     * a sender whose clock is ahead buys no time.
     */
    void heartbeat(int partition, Instant sentAt, Instant now) {
        var all = heard;
        if (partition >= 0 && partition < all.length()) {
            all.accumulateAndGet(partition, Math.min(sentAt.toEpochMilli(), now.toEpochMilli()), Math::max);
            known = Math.max(known, oldest(all));
        }
    }

    private static long oldest(AtomicLongArray all) {
        long oldest = Long.MAX_VALUE;
        for (int i = 0; i < all.length(); i++) {
            oldest = Math.min(oldest, all.get(i));
        }
        return oldest;
    }

    /** Whether everything that was said until so long ago was heard, if nothing since. */
    boolean isKnownWithin(Duration age, Instant now) {
        return known >= now.toEpochMilli() - age.toMillis();
    }

    boolean isFresh(Instant now) {
        var all = heard;
        return all.length() > 0 && oldest(all) >= now.toEpochMilli() - LIMIT.toMillis();
    }
}
