package dev.kontor.billing.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The days of a billing month (UTC) that can be counted: all of them once it is over, those begun while it runs.
 *
 * @param until the end of the month, or the present instant within it
 * @param days those that can be counted, in order
 */
public record Period(YearMonth month, Instant until, List<Day> days) {

    /** One day of it, with its limits at hand: they are asked for once for every product of every customer. */
    public record Day(LocalDate date, Instant start, Instant end) {

        static Day of(LocalDate date) {
            return new Day(date, Period.start(date), Period.start(date.plusDays(1)));
        }
    }

    /** The month as seen at {@code now}. */
    public static Period of(YearMonth month, Instant now) {
        var end = end(month);
        return until(month, now.isBefore(end) ? now : end);
    }

    /** The month as a whole. */
    public static Period whole(YearMonth month) {
        return until(month, end(month));
    }

    /** The first instant of {@code month} in UTC. */
    public static Instant start(YearMonth month) {
        return start(month.atDay(1));
    }

    /** The first instant after {@code month} in UTC. */
    public static Instant end(YearMonth month) {
        return start(month.plusMonths(1));
    }

    private static Period until(YearMonth month, Instant until) {
        return new Period(
                month,
                until,
                month.atDay(1)
                        .datesUntil(month.plusMonths(1).atDay(1))
                        .map(Day::of)
                        .filter(day -> day.start().isBefore(until))
                        .toList());
    }

    /** The last day that is counted; the first one before the month begins. */
    public LocalDate lastDay() {
        return days.isEmpty() ? month.atDay(1) : days.get(days.size() - 1).date();
    }

    public static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
