package dev.kontor.reporting.snapshots;

import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.snapshots.Snapshot.Frozen;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A snapshot as rows of {@code widget, source, row, column, value} (RFC 4180): numbers with a point and dates as
 * RFC 3339 whatever the language, since programs read them; labels are in the export's language.
 */
final class SnapshotCsv {

    private final StringBuilder csv = new StringBuilder("widget,source,row,column,value\r\n");
    private final Wording wording;

    private SnapshotCsv(Wording wording) {
        this.wording = wording;
    }

    static String of(Snapshot snapshot, Wording wording) {
        SnapshotCsv csv = new SnapshotCsv(wording);
        snapshot.widgets().forEach(csv::widget);
        return csv.csv.toString();
    }

    private void widget(Frozen widget) {
        Figures figures = widget.figures();
        if (figures.value() != null) {
            row(widget, "1", "value", number(figures.value()));
        }
        if (figures.of() != null) {
            row(widget, "1", "of", number(figures.of()));
        }
        figures.parts().forEach(p -> row(widget, wording.label(p.label()), "value", number(p.value())));
        figures.points().forEach(p -> row(widget, p.at().toString(), "value", number(p.value())));
        figures.checks().forEach(check -> {
            row(
                    widget,
                    wording.label(check.label()),
                    "state",
                    check.state().name().toLowerCase(Locale.ROOT));
            if (check.detail() != null) {
                row(widget, wording.label(check.label()), "detail", harmless(wording.label(check.detail())));
            }
        });
        if (figures.table() != null) {
            table(widget, figures.table());
        }
    }

    private void table(Frozen widget, Figures.Table table) {
        for (int i = 0; i < table.rows().size(); i++) {
            List<String> cells = table.rows().get(i);
            for (int j = 0; j < Math.min(cells.size(), table.columns().size()); j++) {
                if (cells.get(j) != null) {
                    Figures.Column column = table.columns().get(j);
                    row(
                            widget,
                            Integer.toString(i + 1),
                            wording.label(column.label()),
                            cell(cells.get(j), column.kind()));
                }
            }
        }
    }

    private String cell(String cell, Figures.CellKind kind) {
        return switch (kind) {
            case TEXT -> harmless(cell);
            case CODE -> harmless(wording.label(cell));
            case NUMBER, DATE -> cell;
        };
    }

    private void row(Frozen widget, String row, String column, String value) {
        String title = harmless(widget.title().in(wording.locale()));
        csv.append(quoted(title))
                .append(',')
                .append(quoted(widget.source()))
                .append(',')
                .append(quoted(harmless(row)))
                .append(',')
                .append(quoted(harmless(column)))
                .append(',')
                .append(quoted(value))
                .append("\r\n");
    }

    private static String number(BigDecimal value) {
        return value.toPlainString();
    }

    /** A spreadsheet would run text that begins like a formula. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
