package dev.kontor.billing.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Where a level belongs that was not stored before. */
sealed interface Placement {

    /** How far ahead of our clock a reporter's may be. */
    Duration AHEAD = Duration.ofHours(24);

    /** The open month, and this many before it, take usage. */
    int MONTHS_BACK = 2;

    /** It counts, for the partner whose customer it was at the time observed. */
    record Stored(UUID partnerId) implements Placement {}

    /** It is kept aside; posting it again, or learning of what was missing, evaluates it again. */
    record Quarantined(String reason) implements Placement {}

    /** It is not kept. */
    record Refused(String reason) implements Placement {}

    /**
     * Decides.
     *
     * @param partner whose customer it was; empty where the customer is unknown
     */
    static Placement of(Instant observedAt, Optional<UUID> partner, boolean productKnown, Instant now) {
        if (observedAt.isAfter(now.plus(AHEAD))) {
            return new Refused("observed-in-future");
        }
        if (isTooOld(observedAt, now)) {
            return new Quarantined("too-old");
        }
        if (partner.isEmpty()) {
            return new Quarantined("unknown-customer");
        }
        return productKnown ? new Stored(partner.get()) : new Quarantined("unknown-product");
    }

    /** Whether it may be stored at all, as far as its time is concerned. */
    static boolean inTime(Instant observedAt, Instant now) {
        return !observedAt.isAfter(now.plus(AHEAD)) && !isTooOld(observedAt, now);
    }

    private static boolean isTooOld(Instant observedAt, Instant now) {
        return YearMonth.from(observedAt.atOffset(ZoneOffset.UTC)).isBefore(oldest(now));
    }

    private static YearMonth oldest(Instant now) {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC)).minusMonths(MONTHS_BACK);
    }
}
