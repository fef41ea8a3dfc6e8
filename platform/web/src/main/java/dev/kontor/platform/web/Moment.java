package dev.kontor.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** An instant as callers write it; years have four digits, as in RFC 3339, and PostgreSQL knows few more. */
public final class Moment {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

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

    private static Optional<Instant> read(String text) {
        try {
            var instant = text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            return Optional.of(instant).filter(i -> !i.isBefore(FIRST) && !i.isAfter(LAST));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
