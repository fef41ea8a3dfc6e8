package dev.kontor.reporting.securitydata;

import dev.kontor.platform.web.Decimals;
import dev.kontor.platform.web.InputError;
import dev.kontor.reporting.figures.Figures.CellKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * What Bean Validation can't say of posted figures: the source's member is there, days are days somebody lived, each once,
 * and cells are what they should be.
 */
final class SecurityDataRules {

    private static final int LONGEST_NUMBER = 24;
    /** A clock that runs wild must not put figures where no later ones ever replace them. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /** How far ahead of our clock a reporter's may be, as for its usage. */
    private static final Duration AHEAD = Duration.ofHours(24);

    private SecurityDataRules() {}

    static List<InputError> errors(Source source, PutSecurityData data, Instant now) {
        var needed =
                switch (source.figures()) {
                    case VALUE -> data.value();
                    case PARTS -> data.parts();
                    case POINTS -> data.points();
                    case TABLE -> data.table();
                    case CHECKS -> data.checks();
                };
        if (needed == null) {
            return List.of(InputError.pointer("/" + source.figures().name().toLowerCase(Locale.ROOT), "required"));
        }
        var errors = new ArrayList<InputError>();
        if (data.asOf().isBefore(FIRST.atStartOfDay(ZoneOffset.UTC).toInstant())) {
            errors.add(outside("/asOf"));
        } else if (data.asOf().isAfter(now.plus(AHEAD))) {
            errors.add(InputError.pointer("/asOf", "observed-in-future", AHEAD.toHours()));
        }
        if (data.points() != null) {
            errors.addAll(days(data.points()));
        }
        if (data.table() != null) {
            errors.addAll(cells(data.table()));
        }
        return errors;
    }

    private static List<InputError> days(List<PutSecurityData.Point> points) {
        var errors = new ArrayList<InputError>();
        var known = new HashSet<LocalDate>();
        for (var i = 0; i < points.size(); i++) {
            var day = points.get(i).at();
            if (day.isBefore(FIRST) || day.isAfter(LAST)) {
                errors.add(outside("/points/" + i + "/at"));
            } else if (!known.add(day)) {
                errors.add(InputError.pointer("/points/" + i + "/at", "day-twice", day.toString()));
            }
        }
        return errors;
    }

    private static InputError outside(String pointer) {
        return InputError.pointer(pointer, "out-of-range", FIRST.toString(), LAST.toString());
    }

    private static List<InputError> cells(PutSecurityData.Table table) {
        var errors = new ArrayList<InputError>();
        for (var row = 0; row < table.rows().size(); row++) {
            List<String> cells = table.rows().get(row);
            for (var column = 0; column < cells.size(); column++) {
                var pointer = "/table/rows/" + row + "/" + column;
                if (column >= table.columns().size()) {
                    errors.add(InputError.pointer(pointer, "cell-without-column"));
                } else if (!reads(cells.get(column), table.columns().get(column).kind())) {
                    errors.add(InputError.pointer(
                            pointer, "cell-kind", table.columns().get(column).label()));
                }
            }
        }
        return errors;
    }

    private static boolean reads(String cell, CellKind kind) {
        if (cell == null || cell.isEmpty()) {
            return true;
        }
        try {
            switch (kind) {
                case NUMBER -> {
                    return cell.length() <= LONGEST_NUMBER
                            && Math.abs(Decimals.of(cell).scale()) <= LONGEST_NUMBER;
                }
                case DATE -> LocalDate.parse(cell);
                default -> {}
            }
            return true;
        } catch (NumberFormatException | ArithmeticException | DateTimeParseException other) {
            return false;
        }
    }
}
