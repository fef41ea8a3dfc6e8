package dev.kontor.reporting.drawing;

import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.figures.Figures.CellKind;
import dev.kontor.reporting.figures.Figures.Column;
import dev.kontor.reporting.figures.Figures.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows and columns: words left, numbers right; rows without room are counted. */
final class TableWidget {
    private static final double PITCH = 14.5;
    private static final double HEAD = 13;
    private static final double GAP = 10;

    private TableWidget() {}

    static boolean draw(Canvas canvas, Area area, Figures figures, Wording wording) {
        Table table = figures.table();
        if (table == null || table.rows().isEmpty() || table.columns().isEmpty()) {
            return false;
        }
        int capacity = Math.max(1, (int) ((area.height() - HEAD + 2) / PITCH));
        int shown = table.rows().size() <= capacity ? table.rows().size() : Math.max(1, capacity - 1);
        List<List<String>> rows = table.rows().subList(0, shown).stream()
                .map(row -> texts(row, table.columns(), wording))
                .toList();
        double[] widths = widths(area.width(), table.columns(), rows, wording);
        double y = area.y();
        List<String> heads =
                table.columns().stream().map(c -> wording.label(c.label())).toList();
        row(canvas, area.x(), Type.COLUMN.centred(y + HEAD / 2 - 1), heads, table.columns(), widths, Type.COLUMN);
        y += HEAD;
        canvas.rule(area.x(), y, area.right(), y, Palette.UNKNOWN, 0.6);
        for (int i = 0; i < shown; i++) {
            row(canvas, area.x(), Type.BODY.centred(y + PITCH / 2), rows.get(i), table.columns(), widths, Type.BODY);
            y += PITCH;
            if (i < shown - 1) {
                canvas.rule(area.x(), y, area.right(), y, Palette.HAIRLINE, 0.4);
            }
        }
        if (shown < table.rows().size()) {
            BigDecimal more = BigDecimal.valueOf(table.rows().size() - shown);
            String text = wording.text("widget.more", wording.number(more));
            canvas.text(area.x(), Type.CAPTION.centred(y + PITCH / 2), text, Type.CAPTION, area.width());
        }
        return true;
    }

    private static void row(
            Canvas canvas,
            double x,
            double baseline,
            List<String> cells,
            List<Column> columns,
            double[] widths,
            Type type) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == CellKind.NUMBER) {
                canvas.textUntil(x + widths[i], baseline, cells.get(i), type, widths[i] + 0.01);
            } else {
                canvas.text(x, baseline, cells.get(i), type, widths[i] + 0.01);
            }
            x += widths[i] + GAP;
        }
    }

    private static List<String> texts(List<String> row, List<Column> columns, Wording wording) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> i < row.size() ? text(row.get(i), columns.get(i).kind(), wording) : "")
                .toList();
    }

    private static String text(String cell, CellKind kind, Wording wording) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return switch (kind) {
            case TEXT -> cell;
            case CODE -> wording.label(cell);
            case NUMBER -> wording.number(new BigDecimal(cell));
            case DATE -> wording.mediumDate(LocalDate.parse(cell));
        };
    }

    /** What each column needs; where that is too much, the widest give up most. */
    private static double[] widths(double width, List<Column> columns, List<List<String>> rows, Wording wording) {
        double[] needs = new double[columns.size()];
        for (int i = 0; i < needs.length; i++) {
            int column = i;
            double cells = rows.stream()
                    .mapToDouble(r -> Type.BODY.width(r.get(column)))
                    .max()
                    .orElse(0);
            needs[i] = Math.max(
                    cells, Type.COLUMN.width(wording.label(columns.get(i).label())));
        }
        double room = width - GAP * (needs.length - 1);
        double spare = room
                - IntStream.range(0, needs.length).mapToDouble(i -> needs[i]).sum();
        if (spare >= 0) {
            for (int i = 0; i < needs.length; i++) {
                needs[i] += spare / needs.length;
            }
            return needs;
        }
        double limit = limit(needs, room);
        for (int i = 0; i < needs.length; i++) {
            needs[i] = Math.min(needs[i], limit);
        }
        return needs;
    }

    private static double limit(double[] needs, double room) {
        double[] sorted = needs.clone();
        Arrays.sort(sorted);
        double left = room;
        for (int i = 0; i < sorted.length; i++) {
            double share = left / (sorted.length - i);
            if (sorted[i] > share) {
                return Math.max(1, share);
            }
            left -= sorted[i];
        }
        return room;
    }
}
