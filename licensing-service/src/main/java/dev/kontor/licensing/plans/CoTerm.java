package dev.kontor.licensing.plans;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Co-term arithmetic (domain.md rule 17) in whole UTC days: a licence covers the day it starts on and not the day it
 * ends on; months are calendar months from a date on, clipped to a shorter month's last day.
 *
 * <p>Seats times days are summed, and divided by the summed seats. What is left over is rounded up to a whole day, so
 * that no paid day is lost: the result has less than one day of all seats more than was put in.
 */
public final class CoTerm {

    private CoTerm() {}

    /** Seats that are paid for from today until a date. */
    public record Seats(long quantity, LocalDate until) {

        long seatDays(LocalDate today) {
            return quantity * Math.max(0, ChronoUnit.DAYS.between(today, until));
        }
    }

    /** Until when {@code quantity} seats, used from today on, are paid for by all parts together. */
    public static LocalDate commonEnd(LocalDate today, long quantity, List<Seats> parts) {
        var seatDays = parts.stream().mapToLong(part -> part.seatDays(today)).sum();
        return today.plusDays(-Math.floorDiv(-seatDays, quantity));
    }
}
