package dev.kontor.billing.calendar;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** Billing months in UTC, as {@code 2026-11}, and their days. */
public final class BillingMonths {

    private static final String FORM = "YYYY-MM";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private BillingMonths() {}

    /** Reads a parameter; refuses what is no month. */
    public static YearMonth read(String parameter, String text) {
        return parse(text).orElseThrow(() -> Problems.invalid(InputError.parameter(parameter, "wrong-type", FORM)));
    }

    /** The same of a body's field. */
    public static YearMonth readField(String pointer, String text) {
        return parse(text).orElseThrow(() -> Problems.invalid(InputError.pointer(pointer, "wrong-type", FORM)));
    }

    /** Reads a parameter that names a day. */
    public static LocalDate readDay(String parameter, String text) {
        try {
            var day = LocalDate.parse(text == null ? "" : text);
            if (isBilled(day)) {
                return day;
            }
        } catch (DateTimeException e) {
            // Refused below, like a year nobody bills.
        }
        throw Problems.invalid(InputError.parameter(parameter, "wrong-type", "YYYY-MM-DD"));
    }

    /** Whether it is in a year in which anything can be billed, 2000 to 2999. */
    public static boolean isBilled(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private static Optional<YearMonth> parse(String text) {
        try {
            return Optional.of(YearMonth.parse(text)).filter(month -> isBilled(month.atDay(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads a parameter that may be left out: then the present month. */
    public static YearMonth readOr(String parameter, String text, Clock clock) {
        return text == null ? of(clock.instant()) : read(parameter, text);
    }

    /** The month an instant is in. */
    public static YearMonth of(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }
}
