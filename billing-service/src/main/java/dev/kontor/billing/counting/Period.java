package dev.kontor.billing.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * The days of a billing month (UTC) that can be counted: all of them once it is over, those begun while it runs.
 *
 * @param until the end of the month, or the present instant within it
 */
public record Period(YearMonth month, Instant until) {

    /** The month as seen at {@code now}. */
    public static Period of(YearMonth month, Instant now) {
        Instant end = end(month);
        return new Period(month, now.isBefore(end) ? now : end);
    }

    /** The month as a whole. */
    public static Period whole(YearMonth month) {
        return new Period(month, end(month));
    }

    /** The first instant of {@code month} in UTC. */
    public static Instant start(YearMonth month) {
        return start(month.atDay(1));
    }

    /** The first instant after {@code month} in UTC. */
    public static Instant end(YearMonth month) {
        return start(month.plusMonths(1));
    }

    Stream<LocalDate> days() {
        return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).filter(day -> start(day)
                .isBefore(until));
    }

    /** The last day that is counted; the first one before the month begins. */
    LocalDate lastDay() {
        return days().reduce((earlier, later) -> later).orElse(month.atDay(1));
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
