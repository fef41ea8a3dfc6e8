package dev.kontor.reporting.securitydata;

import dev.kontor.platform.web.InputError;
import dev.kontor.reporting.figures.Figures.CellKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What Bean Validation can't say of posted figures: the source's member is there, and cells are what they should be. */
final class SecurityDataRules {

    private static final int LONGEST_NUMBER = 24;

    private SecurityDataRules() {}

    static List<InputError> errors(Source source, PutSecurityData data) {
        Object needed =
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
        return data.table() == null ? List.of() : cells(data.table());
    }

    private static List<InputError> cells(PutSecurityData.Table table) {
        List<InputError> errors = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            List<String> cells = table.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                String pointer = "/table/rows/" + row + "/" + column;
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
                    return cell.length() <= LONGEST_NUMBER && Math.abs(new BigDecimal(cell).scale()) <= LONGEST_NUMBER;
                }
                case DATE -> LocalDate.parse(cell);
                default -> {}
            }
            return true;
        } catch (NumberFormatException | DateTimeParseException other) {
            return false;
        }
    }
}
