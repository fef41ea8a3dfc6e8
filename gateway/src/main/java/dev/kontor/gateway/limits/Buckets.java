package dev.kontor.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Token buckets by key. A bucket is one number, the time at which it will be full again (the generic cell rate
 * algorithm), so that taking from it is one compare-and-set, and one that is full needs no memory.
 */
final class Buckets<K> {

    private static final long SECOND = 1_000_000_000L;

    private final LimitSettings.Quota quota;
    private final LongSupplier nanos;
    private final long interval;
    private final long depth;
    private final Cache<K, Bucket> buckets;

    /** When it will be full again, and how many it let through that nobody else knows of. */
    private record Bucket(AtomicLong fullAt, AtomicInteger untold) {
        static Bucket full(long now) {
            return new Bucket(new AtomicLong(now), new AtomicInteger());
        }
    }

    Buckets(LimitSettings.Quota quota, int remembered, LongSupplier nanos) {
        if (quota.rate() < 1 || quota.burst() < 1) {
            throw new IllegalArgumentException("A limit of nothing lets nobody in");
        }
        this.quota = quota;
        this.nanos = nanos;
        this.interval = SECOND / quota.rate();
        this.depth = interval * quota.burst();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(Duration.ofNanos(depth).plusSeconds(1))
                // Its upkeep is less than waking a thread for it.
                .executor(Runnable::run)
                .build();
    }

    LimitSettings.Quota quota() {
        return quota;
    }

    /** Takes one, if there is one. */
    Standing take(K key) {
        var bucket = buckets.get(key, x -> Bucket.full(nanos.getAsLong()));
        while (true) {
            long now = nanos.getAsLong();
            long held = bucket.fullAt().get();
            long next = (held - now > 0 ? held : now) + interval;
            if (next - now > depth) {
                return new Standing(quota, 0, held - now, next - now - depth);
            }
            if (bucket.fullAt().compareAndSet(held, next)) {
                bucket.untold().incrementAndGet();
                return new Standing(quota, (depth - (next - now)) / interval, next - now, 0);
            }
        }
    }

    /** Whether nothing is left, without taking. */
    boolean isEmpty(K key) {
        var bucket = buckets.getIfPresent(key);
        return bucket != null && bucket.fullAt().get() - nanos.getAsLong() + interval > depth;
    }

    /**
     * What was let through since it was last told, of those who took at least {@code floor}; the rest is told once it is
     * that much.
     */
    Map<String, Integer> tell(int floor) {
        var told = new HashMap<String, Integer>();
        buckets.asMap().forEach((key, bucket) -> {
            if (bucket.untold().get() >= floor) {
                told.put(key.toString(), bucket.untold().getAndSet(0));
            }
        });
        return told;
    }

    /** Takes what others let through in the same one's name, also where it leaves less than nothing. */
    void charge(K key, int requests) {
        var bucket = buckets.get(key, x -> Bucket.full(nanos.getAsLong()));
        long now = nanos.getAsLong();
        // Never more than one further depth behind: news that comes in one lump must not shut anyone out for long.
        bucket.fullAt()
                .updateAndGet(
                        held -> Math.min((held - now > 0 ? held - now : 0) + requests * interval, 2 * depth) + now);
    }
}
