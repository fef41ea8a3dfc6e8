package dev.kontor.billing.intake;

import dev.kontor.billing.copies.Relation;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where a level belongs that was not stored before. */
sealed interface Placement {

    /** How far ahead of our clock a reporter's may be. */
    Duration AHEAD = Duration.ofHours(24);

    /** The open month, and this many before it, take usage. */
    int MONTHS_BACK = 2;

    String AFTER_LEFT = "after-customer-left";
    String BEFORE_CAME = "before-customer-came";

    /** It counts, for the partner whose customer it was at the time observed. */
    record Stored(UUID partnerId) implements Placement {}

    /** It is kept aside; posting it again, or learning of what was missing, evaluates it again. */
    record Quarantined(String reason) implements Placement {}

    /** It is not kept. */
    record Refused(String reason) implements Placement {}

    /**
     * Decides.
     *
     * @param relations of its customer; none where the customer is unknown
     */
    static Placement of(Instant observedAt, List<Relation> relations, boolean productKnown, Instant now) {
        if (observedAt.isAfter(now.plus(AHEAD))) {
            return new Refused("observed-in-future");
        }
        if (isTooOld(observedAt, now)) {
            return new Quarantined("too-old");
        }
        if (relations.isEmpty()) {
            return new Quarantined("unknown-customer");
        }
        var partner = partner(observedAt, relations);
        if (partner.isEmpty()) {
            var came = relations.stream().anyMatch(relation -> !relation.since().isAfter(observedAt));
            return new Quarantined(came ? AFTER_LEFT : BEFORE_CAME);
        }
        return productKnown ? new Stored(partner.get()) : new Quarantined("unknown-product");
    }

    /**
     * Whose customer it was. Days are what is counted, and senders' clocks are coarse: the day on which it came, unless it was
     * somebody else's until then, is whole.
     */
    private static Optional<UUID> partner(Instant observedAt, List<Relation> relations) {
        return relations.stream()
                .filter(relation -> relation.covers(observedAt))
                .max(Comparator.comparing(Relation::since))
                .or(() -> relations.stream()
                        .min(Comparator.comparing(Relation::since))
                        .filter(first -> observedAt.isBefore(first.since())
                                && !observedAt.isBefore(first.since().truncatedTo(ChronoUnit.DAYS))))
                .map(Relation::partnerId);
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
