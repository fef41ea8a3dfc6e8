package dev.kontor.billing.periods;

import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.counting.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a month ends and when it closes by itself.
 *
 * @param grace from the month's end on, in business time
 */
record PeriodCalendar(Duration grace) {

    /** Whether a month may be closed. */
    boolean isOver(YearMonth month, Instant now) {
        return !now.isBefore(Period.end(month));
    }

    /** When a month closes by itself: its date, however late that is done. */
    Instant dueAt(YearMonth month) {
        return Period.end(month).plus(grace);
    }

    /** The months from {@code first} on whose time has come, in order. */
    List<YearMonth> due(YearMonth first, Instant now) {
        return Stream.iterate(first, month -> !dueAt(month).isAfter(now), month -> month.plusMonths(1))
                .toList();
    }

    /** All months from {@code first} to the present one, newest first. */
    List<YearMonth> begun(YearMonth first, Instant now) {
        return Stream.iterate(BillingMonths.of(now), month -> !month.isBefore(first), month -> month.minusMonths(1))
                .toList();
    }

    /** What a month is called that has no statement yet, or has. */
    String state(YearMonth month, boolean closed, Instant now) {
        if (closed) {
            return "final";
        }
        return isOver(month, now) ? "draft" : "open";
    }
}
