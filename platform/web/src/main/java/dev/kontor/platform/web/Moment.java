package dev.kontor.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Instants, days and months as callers write them; years have four digits, as in RFC 3339, and PostgreSQL knows few more. */
public final class Moment {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    /** RFC 3339, section 5.6. Java's own readers know neither leap seconds elsewhere than at 23:59 nor every offset. */
    private static final Pattern INSTANT = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,30}))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))");

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final int LEAP = 60;
    private static final int NANO_DIGITS = 9;

    private Moment() {}

    /** A query parameter that takes a day, from 00:00 UTC on, or an instant; null where it is not given. */
    public static Instant of(String parameter, String text) {
        return text == null
                ? null
                : read(text).orElseThrow(() -> Problems.invalid(InputError.parameter(parameter, "date-or-instant")));
    }

    /** The sort value of a cursor, which may be forged. */
    public static Instant ofCursor(String text) {
        return read(text).orElseThrow(Problems::invalidCursor);
    }

    /**
     * An instant of RFC 3339. A leap second is the last second before it (section 5.7), since no clock of ours has one; of
     * a fraction what is beyond nanoseconds is left out.
     *
     * @throws DateTimeException for any other text
     */
    public static Instant instant(String text) {
        var form = INSTANT.matcher(text);
        if (!form.matches()) {
            throw new DateTimeException("no instant of RFC 3339");
        }
        var instant = LocalDateTime.of(LocalDate.parse(form.group(1)), time(form))
                .minusMinutes(offset(form))
                .toInstant(ZoneOffset.UTC);
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new DateTimeException("a year without four digits");
        }
        return instant;
    }

    /** A day such as {@code 2026-12-31}, or {@link DateTimeException}. */
    public static LocalDate day(String text) {
        if (!DAY.matcher(text).matches() || text.startsWith("0000")) {
            throw new DateTimeException("no day");
        }
        return LocalDate.parse(text);
    }

    /** A month such as {@code 2026-12}, or {@link DateTimeException}. */
    public static YearMonth month(String text) {
        if (!MONTH.matcher(text).matches() || text.startsWith("0000")) {
            throw new DateTimeException("no month");
        }
        return YearMonth.parse(text);
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(
                    DAY.matcher(text).matches()
                            ? day(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : instant(text));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static LocalTime time(Matcher form) {
        int second = Integer.parseInt(form.group(4));
        return LocalTime.of(
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                second == LEAP ? LEAP - 1 : second,
                nanos(form.group(5)));
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
    }

    /** In minutes east of UTC. */
    private static int offset(Matcher form) {
        if (form.group(6) == null) {
            return 0;
        }
        var ahead = LocalTime.of(Integer.parseInt(form.group(7)), Integer.parseInt(form.group(8)));
        return (form.group(6).equals("-") ? -1 : 1) * (ahead.getHour() * 60 + ahead.getMinute());
    }
}
