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
    private static final double SMALLEST_COLUMN = 18;
    private static final double SMALLEST_HEAD = 5.5;
    private static final String UNLIMITED = "unlimited";

    private TableWidget() {}

    static boolean draw(Canvas canvas, Area area, Figures figures, Wording wording) {
        Table table = figures.table();
        if (table == null || table.rows().isEmpty() || table.columns().isEmpty()) {
            return false;
        }
        int capacity = capacity(area.height());
        int shown = table.rows().size() <= capacity ? table.rows().size() : Math.max(1, capacity - 1);
        List<List<String>> rows = table.rows().subList(0, shown).stream()
                .map(row -> texts(row, table.columns(), wording))
                .toList();
        double[] widths = widths(area.width(), table.columns(), rows, wording);
        List<String> heads =
                table.columns().stream().map(c -> wording.label(c.label())).toList();
        double end = area.y() + HEAD + shown * PITCH;
        canvas.as(Role.TABLE, () -> {
            double y = area.y();
            row(canvas, area.x(), Type.COLUMN.centred(y + HEAD / 2 - 1), heads, table.columns(), widths, Type.COLUMN);
            y += HEAD;
            canvas.rule(area.x(), y, area.right(), y, Palette.UNKNOWN, 0.6);
            for (int i = 0; i < shown; i++) {
                double baseline = Type.BODY.centred(y + PITCH / 2);
                row(canvas, area.x(), baseline, rows.get(i), table.columns(), widths, Type.BODY);
                y += PITCH;
                if (i < shown - 1) {
                    canvas.rule(area.x(), y, area.right(), y, Palette.HAIRLINE, 0.4);
                }
            }
        });
        if (shown < table.rows().size()) {
            BigDecimal more = BigDecimal.valueOf(table.rows().size() - shown);
            String text = wording.text("widget.more", wording.number(more));
            double baseline = Type.CAPTION.centred(end + PITCH / 2);
            canvas.as(Role.PARAGRAPH, () -> canvas.text(area.x(), baseline, text, Type.CAPTION, area.width()));
        }
        return true;
    }

    /** How many rows there is room for. */
    static int capacity(double height) {
        return Math.max(1, (int) ((height - HEAD + 2) / PITCH));
    }

    private static void row(
            Canvas canvas,
            double x,
            double baseline,
            List<String> cells,
            List<Column> columns,
            double[] widths,
            Type type) {
        Role role = type.equals(Type.COLUMN) ? Role.COLUMN_HEAD : Role.CELL;
        canvas.as(Role.ROW, () -> {
            double left = x;
            for (int i = 0; i < columns.size(); i++) {
                double start = left;
                double width = widths[i];
                String cell = cells.get(i);
                boolean number = columns.get(i).kind() == CellKind.NUMBER;
                Type fitting = role == Role.CELL ? type : type.shrunk(cell, width, SMALLEST_HEAD);
                canvas.as(role, () -> {
                    if (number) {
                        canvas.textUntil(start + width, baseline, cell, fitting, width + 0.01);
                    } else {
                        canvas.text(start, baseline, cell, fitting, width + 0.01);
                    }
                });
                left += width + GAP;
            }
        });
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
            case NUMBER -> number(cell, wording);
            case DATE -> wording.mediumDate(LocalDate.parse(cell));
        };
    }

    /** A licence without limit says so where others say how many. */
    private static String number(String cell, Wording wording) {
        return cell.equals(UNLIMITED) ? wording.label(cell) : wording.number(new BigDecimal(cell));
    }

    /** Heads give way first, then words share what numbers and dates leave, which are never cut while they can help it. */
    private static double[] widths(double width, List<Column> columns, List<List<String>> rows, Wording wording) {
        int count = columns.size();
        double[] cells = new double[count];
        double[] wanted = new double[count];
        for (int i = 0; i < count; i++) {
            int column = i;
            cells[i] = rows.stream()
                    .mapToDouble(r -> Type.BODY.width(r.get(column)))
                    .max()
                    .orElse(0);
            double head = Type.COLUMN.width(wording.label(columns.get(i).label()));
            cells[i] = Math.max(cells[i], Math.min(head, SMALLEST_COLUMN));
            wanted[i] = Math.max(cells[i], head);
        }
        double room = width - GAP * (count - 1);
        double spare = room - sum(wanted);
        if (spare >= 0) {
            for (int i = 0; i < count; i++) {
                wanted[i] += spare / count;
            }
            return wanted;
        }
        double forHeads = room - sum(cells);
        if (forHeads >= 0) {
            double missing = sum(wanted) - sum(cells);
            for (int i = 0; i < count; i++) {
                cells[i] += forHeads * (wanted[i] - cells[i]) / missing;
            }
            return cells;
        }
        return shared(cells, columns, room);
    }

    /** Columns of words give up what is missing, the widest most; where there are none, all do. */
    private static double[] shared(double[] needs, List<Column> columns, double room) {
        boolean[] words = new boolean[needs.length];
        double fixed = 0;
        for (int i = 0; i < needs.length; i++) {
            words[i] = columns.get(i).kind() == CellKind.TEXT || columns.get(i).kind() == CellKind.CODE;
            fixed += words[i] ? 0 : needs[i];
        }
        double[] flexible = IntStream.range(0, needs.length)
                .filter(i -> words[i])
                .mapToDouble(i -> needs[i])
                .toArray();
        boolean all = flexible.length == 0 || room - fixed < flexible.length * SMALLEST_COLUMN;
        double limit = all ? limit(needs, room) : limit(flexible, room - fixed);
        for (int i = 0; i < needs.length; i++) {
            needs[i] = all || words[i] ? Math.min(needs[i], limit) : needs[i];
        }
        return needs;
    }

    private static double sum(double[] widths) {
        return Arrays.stream(widths).sum();
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
