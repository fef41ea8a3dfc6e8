package dev.kontor.local;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;

/** Where a word on the command line moves the clock: an instant, a date, or a step such as {@code +P1M} or {@code +PT1H}. */
final class ClockMove {

    private ClockMove() {}

    static Instant target(String word, Instant now) {
        try {
            if (word.startsWith("+") || word.startsWith("-")) {
                var target = step(word.substring(1), now, word.charAt(0) == '-' ? -1 : 1);
                return target;
            }
            return word.contains("T")
                    ? OffsetDateTime.parse(word).toInstant()
                    : LocalDate.parse(word).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw new Refusal(
                    "Not an instant (2026-12-01T00:00:00Z), a date (2026-12-01) or a step (+P1D, +PT1H): " + word);
        }
    }

    private static Instant step(String amount, Instant now, int sign) {
        var time = amount.indexOf('T');
        var days = time < 0 ? amount : amount.substring(0, time);
        var period = days.equals("P") ? Period.ZERO : Period.parse(days);
        var duration = time < 0 ? Duration.ZERO : Duration.parse("P" + amount.substring(time));
        return now.atOffset(ZoneOffset.UTC)
                .plus(period.multipliedBy(sign))
                .plus(duration.multipliedBy(sign))
                .toInstant();
    }
}
