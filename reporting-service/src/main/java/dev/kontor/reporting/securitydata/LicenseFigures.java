package dev.kontor.reporting.securitydata;

import dev.kontor.reporting.copies.LicenseList;
import dev.kontor.reporting.copies.LicenseRow;
import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.figures.Figures.CellKind;
import dev.kontor.reporting.figures.Figures.Check;
import dev.kontor.reporting.figures.Figures.Column;
import dev.kontor.reporting.figures.Figures.Part;
import dev.kontor.reporting.figures.Figures.Signal;
import dev.kontor.reporting.figures.Figures.Table;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** A customer's licences as figures. */
final class LicenseFigures {

    private static final List<Column> COLUMNS = List.of(
            new Column("product", CellKind.TEXT),
            new Column("type", CellKind.CODE),
            new Column("status", CellKind.CODE),
            new Column("quantity", CellKind.NUMBER),
            new Column("ends", CellKind.DATE));

    /** In the order of domain.md, rule 1: the best first. */
    private static final List<String> STATES = List.of("active", "expiring", "trial", "expired", "lapsed", "revoked");

    private LicenseFigures() {}

    static Figures table(LicenseList list) {
        return Figures.table(new Table(
                COLUMNS, list.licenses().stream().map(LicenseFigures::cells).toList()));
    }

    private static List<String> cells(LicenseRow license) {
        return Arrays.asList(
                license.product(),
                license.type(),
                license.status(),
                quantity(license),
                license.ends() == null ? null : license.ends().toString());
    }

    private static String quantity(LicenseRow license) {
        if (license.unlimited()) {
            return "unlimited";
        }
        return license.quantity() == null ? null : license.quantity().toString();
    }

    /** How many licences stand how. */
    static Figures states(LicenseList list) {
        return Figures.parts(STATES.stream()
                .map(state -> new Part(state, count(list, state), state.equals("trial") ? null : signal(state)))
                .filter(part -> part.value().signum() > 0)
                .toList());
    }

    private static BigDecimal count(LicenseList list, String state) {
        return BigDecimal.valueOf(list.licenses().stream()
                .filter(license -> license.status().equals(state))
                .count());
    }

    /** How the best licence stands, as a check of the account's health. */
    static Check check(LicenseList list) {
        return new Check("licenses", signal(list.status()), list.status());
    }

    private static Signal signal(String status) {
        return switch (status) {
            case "active", "trial" -> Signal.GOOD;
            case "expiring" -> Signal.WARNING;
            case "none" -> Signal.UNKNOWN;
            default -> Signal.BAD;
        };
    }
}
