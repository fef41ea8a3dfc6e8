package dev.kontor.billing.counting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;

/**
 * A stretch of time in which a customer had selected a monthly licence.
 *
 * @param until exclusive; null while it runs
 * @param ordered the licence's ordered quantity; null where none was ordered
 */
public record Segment(String product, String category, Instant from, Instant until, BigDecimal ordered) {

    public static final Comparator<Segment> SELECTED_LATER =
            Comparator.comparing(Segment::from).thenComparing(Segment::product);

    /** Whether it covers any part of the time from {@code start} (inclusive) to {@code end} (exclusive). */
    public boolean overlaps(Instant start, Instant end) {
        return from.isBefore(end) && (until == null || until.isAfter(start)) && !from.equals(until);
    }

    boolean covers(Instant instant) {
        return !from.isAfter(instant) && (until == null || until.isAfter(instant));
    }
}
