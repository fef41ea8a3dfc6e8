package dev.kontor.customers.accesslog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * How far long chains were found to hold lately, so that a repeated verification reads only what came since. Each is read
 * whole again after {@link #TRUSTED}, so that an entry changed below its kept hash stays unseen no longer than that.
 */
@ApplicationScoped
class VerifiedHeads {

    /** Below it a whole reading costs no more than a page of the log. */
    static final long LONG = 5_000;

    static final Duration TRUSTED = Duration.ofMinutes(10);

    private static final int MOST = 10_000;

    private final Cache<Chain, Verified> verified =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private final LongSupplier nanos;

    VerifiedHeads() {
        this(System::nanoTime);
    }

    VerifiedHeads(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Chain(UUID customerId, UUID partnerId) {}

    private record Verified(ChainHead head, long wholeAt) {}

    /** Where to go on: the last head that was found to hold, or the chain's start. */
    ChainHead of(UUID customerId, UUID partnerId) {
        var known = verified.getIfPresent(new Chain(customerId, partnerId));
        return known == null || isOld(known) ? ChainHead.start(partnerId) : known.head();
    }

    /** @param from where that reading began */
    void remember(UUID customerId, ChainHead from, ChainHead head) {
        if (head.sequence() < LONG) {
            return;
        }
        verified.asMap()
                .compute(
                        new Chain(customerId, head.partnerId()),
                        (chain, known) -> new Verified(
                                head, known == null || from.sequence() == 0 ? nanos.getAsLong() : known.wholeAt()));
    }

    private boolean isOld(Verified known) {
        return nanos.getAsLong() - known.wholeAt() > TRUSTED.toNanos();
    }
}
