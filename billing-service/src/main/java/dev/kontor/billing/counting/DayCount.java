package dev.kontor.billing.counting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What one day counted.
 *
 * @param product the licence selected on that day
 * @param quantity the day's highest level, or the level carried on
 * @param last the level that held at the day's end
 * @param observedAt when {@code last} was observed, on this day or before
 * @param reported whether there was a report on the day, so that nothing was carried on
 * @param stale how much of the quantity nobody has repeated for 31 days
 */
public record DayCount(
        LocalDate day,
        String product,
        BigDecimal quantity,
        BigDecimal last,
        Instant observedAt,
        boolean reported,
        BigDecimal stale) {

    /** The same day with another usage product of the same licence added. */
    public DayCount plus(DayCount other) {
        return new DayCount(
                day,
                product,
                quantity.add(other.quantity),
                last.add(other.last),
                observedAt.isAfter(other.observedAt) ? observedAt : other.observedAt,
                reported || other.reported,
                stale.add(other.stale));
    }
}
