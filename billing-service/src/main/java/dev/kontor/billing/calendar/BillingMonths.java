package dev.kontor.billing.calendar;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Billing months in UTC, as {@code 2026-11}. */
public final class BillingMonths {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private BillingMonths() {}

    /** Reads a parameter; refuses what is no month. */
    public static YearMonth read(String parameter, String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return month;
            }
        } catch (DateTimeException e) {
            // Refused below, like a year nobody bills.
        }
        throw Problems.invalid(InputError.parameter(parameter, "wrong-type", "YYYY-MM"));
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
