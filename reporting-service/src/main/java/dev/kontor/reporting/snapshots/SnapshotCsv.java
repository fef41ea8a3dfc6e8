package dev.kontor.reporting.snapshots;

import dev.kontor.platform.web.Csv;
import dev.kontor.platform.web.CsvForm;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.snapshots.Snapshot.Frozen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A snapshot as rows of {@code widget, source, row, column, value} (RFC 4180): dates as RFC 3339 whatever the
 * language, since programs read them; labels are in the export's language, the form is the reader's.
 */
final class SnapshotCsv {

    private final List<List<?>> rows = new ArrayList<>();
    private final Wording wording;

    private SnapshotCsv(Wording wording) {
        this.wording = wording;
    }

    static String of(Snapshot snapshot, Wording wording, CsvForm form) {
        var csv = new SnapshotCsv(wording);
        csv.rows.add(List.of("widget", "source", "row", "column", "value"));
        snapshot.widgets().forEach(csv::widget);
        return Csv.write(form, csv.rows.stream());
    }

    private void widget(Frozen widget) {
        var figures = widget.figures();
        if (figures.value() != null) {
            row(widget, "1", "value", figures.value());
        }
        if (figures.of() != null) {
            row(widget, "1", "of", figures.of());
        }
        figures.parts().forEach(p -> row(widget, wording.label(p.label()), "value", p.value()));
        figures.points().forEach(p -> row(widget, p.at().toString(), "value", p.value()));
        figures.checks().forEach(check -> {
            row(
                    widget,
                    wording.label(check.label()),
                    "state",
                    check.state().name().toLowerCase(Locale.ROOT));
            if (check.detail() != null) {
                row(widget, wording.label(check.label()), "detail", wording.label(check.detail()));
            }
        });
        if (figures.table() != null) {
            table(widget, figures.table());
        }
    }

    private void table(Frozen widget, Figures.Table table) {
        for (var i = 0; i < table.rows().size(); i++) {
            var cells = table.rows().get(i);
            for (var j = 0; j < Math.min(cells.size(), table.columns().size()); j++) {
                if (cells.get(j) != null) {
                    var column = table.columns().get(j);
                    row(
                            widget,
                            Integer.toString(i + 1),
                            wording.label(column.label()),
                            cell(cells.get(j), column.kind()));
                }
            }
        }
    }

    private Object cell(String cell, Figures.CellKind kind) {
        return switch (kind) {
            case TEXT, DATE -> cell;
            case CODE -> wording.label(cell);
            case NUMBER -> cell.isEmpty() ? cell : new BigDecimal(cell);
        };
    }

    private void row(Frozen widget, String row, String column, Object value) {
        rows.add(List.of(widget.title().in(wording.locale()), widget.source(), row, column, value));
    }
}
