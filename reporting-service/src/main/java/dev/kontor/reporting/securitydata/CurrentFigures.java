package dev.kontor.reporting.securitydata;

import dev.kontor.reporting.copies.LicenseCopies;
import dev.kontor.reporting.copies.LicenseList;
import dev.kontor.reporting.copies.LicenseRow;
import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.figures.Figures.CellKind;
import dev.kontor.reporting.figures.Figures.Check;
import dev.kontor.reporting.figures.Figures.Column;
import dev.kontor.reporting.figures.Figures.Signal;
import dev.kontor.reporting.figures.Figures.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What a source says of a customer now; never posted means {@link Figures#NONE}. */
@ApplicationScoped
public class CurrentFigures {

    private static final List<Column> LICENSE_COLUMNS = List.of(
            new Column("product", CellKind.TEXT),
            new Column("type", CellKind.CODE),
            new Column("status", CellKind.CODE),
            new Column("quantity", CellKind.NUMBER),
            new Column("ends", CellKind.DATE));

    private final SecurityDataRows posted;
    private final LicenseCopies licenses;

    CurrentFigures(SecurityDataRows posted, LicenseCopies licenses) {
        this.posted = posted;
        this.licenses = licenses;
    }

    @Transactional
    public Figures of(UUID customerId, String source) {
        if (source.equals(Sources.LICENSES)) {
            return licenses.of(customerId).map(CurrentFigures::table).orElse(Figures.NONE);
        }
        Figures figures = posted.find(customerId, source)
                .map(SecurityDataRows.Stored::figures)
                .orElse(Figures.NONE);
        return source.equals(Sources.ACCOUNT) ? withLicenses(figures, customerId) : figures;
    }

    private static Figures table(LicenseList list) {
        return Figures.table(new Table(
                LICENSE_COLUMNS,
                list.licenses().stream().map(CurrentFigures::cells).toList()));
    }

    private static List<String> cells(LicenseRow license) {
        return Arrays.asList(
                license.product(),
                license.type(),
                license.status(),
                license.quantity() == null ? null : license.quantity().toString(),
                license.ends() == null ? null : license.ends().toString());
    }

    private Figures withLicenses(Figures figures, UUID customerId) {
        List<Check> checks = new ArrayList<>();
        licenses.of(customerId).ifPresent(list -> checks.add(check(list)));
        checks.addAll(figures.checks());
        return Figures.checks(checks);
    }

    private static Check check(LicenseList list) {
        Signal signal =
                switch (list.status()) {
                    case "active", "trial" -> Signal.GOOD;
                    case "expiring" -> Signal.WARNING;
                    case "none" -> Signal.UNKNOWN;
                    default -> Signal.BAD;
                };
        return new Check("licenses", signal, list.status());
    }
}
