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
    private static final double SMALLEST_COLUMN = 18;
    private static final double SMALLEST_HEAD = 5.5;
    /** The part of the table's width up to which a column of words is not cut for the sake of others. */
    private static final double MOST_OF_WORDS = 0.35;

    private static final String UNLIMITED = "unlimited";

    /** From what looks best to what takes the least room. */
    private static final List<Style> STYLES = List.of(
            new Style(Type.BODY, Type.COLUMN, 10, false),
            new Style(Type.BODY.sized(7), Type.COLUMN.sized(6.5), 7, false),
            new Style(Type.BODY.sized(7), Type.COLUMN.sized(6.5), 7, true));

    private TableWidget() {}

    /**
     * How a table is set.
     *
     * @param gap between the columns
     * @param brief whether numbers and dates, which must not be cut, are written short
     */
    private record Style(Type cell, Type head, double gap, boolean brief) {}

    static boolean draw(Canvas canvas, Area area, Figures figures, Wording wording) {
        Table table = figures.table();
        if (table == null || table.rows().isEmpty() || table.columns().isEmpty()) {
            return false;
        }
        int capacity = capacity(area.height());
        int shown = table.rows().size() <= capacity ? table.rows().size() : Math.max(1, capacity - 1);
        List<String> heads =
                table.columns().stream().map(c -> wording.label(c.label())).toList();
        Style style = STYLES.get(0);
        List<List<String>> rows = List.of();
        for (Style next : STYLES) {
            style = next;
            rows = texts(table, shown, style, wording);
            if (fits(area, table.columns(), cells(heads, rows, style), style)) {
                break;
            }
        }
        draw(canvas, area, table, heads, rows, style);
        if (shown < table.rows().size()) {
            var more = BigDecimal.valueOf(table.rows().size() - shown);
            var text = wording.text("widget.more", wording.number(more));
            var baseline = Type.CAPTION.centred(area.y() + HEAD + (shown + 0.5) * PITCH);
            canvas.as(Role.PARAGRAPH, () -> canvas.text(area.x(), baseline, text, Type.CAPTION, area.width()));
        }
        return true;
    }

    private static void draw(
            Canvas canvas, Area area, Table table, List<String> heads, List<List<String>> rows, Style style) {
        var widths = widths(area, table.columns(), heads, rows, style);
        canvas.as(Role.TABLE, () -> {
            var y = area.y();
            var headline = Type.COLUMN.centred(y + HEAD / 2 - 1);
            row(canvas, area.x(), headline, heads, table.columns(), widths, style, Role.COLUMN_HEAD);
            y += HEAD;
            canvas.rule(area.x(), y, area.right(), y, Palette.UNKNOWN, 0.6);
            for (var i = 0; i < rows.size(); i++) {
                var baseline = Type.BODY.centred(y + PITCH / 2);
                row(canvas, area.x(), baseline, rows.get(i), table.columns(), widths, style, Role.CELL);
                y += PITCH;
                if (i < rows.size() - 1) {
                    canvas.rule(area.x(), y, area.right(), y, Palette.HAIRLINE, 0.4);
                }
            }
        });
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
            Style style,
            Role role) {
        canvas.as(Role.ROW, () -> {
            var left = x;
            for (var i = 0; i < columns.size(); i++) {
                var start = left;
                var width = widths[i];
                var cell = cells.get(i);
                var number = columns.get(i).kind() == CellKind.NUMBER;
                var fitting = role == Role.CELL ? style.cell() : style.head().shrunk(cell, width, SMALLEST_HEAD);
                canvas.as(role, () -> {
                    if (number) {
                        canvas.textUntil(start + width, baseline, cell, fitting, width + 0.01);
                    } else {
                        canvas.text(start, baseline, cell, fitting, width + 0.01);
                    }
                });
                left += width + style.gap();
            }
        });
    }

    private static List<List<String>> texts(Table table, int shown, Style style, Wording wording) {
        var columns = table.columns();
        return table.rows().subList(0, shown).stream()
                .map(row -> IntStream.range(0, columns.size())
                        .mapToObj(i ->
                                i < row.size() ? text(row.get(i), columns.get(i).kind(), style, wording) : "")
                        .toList())
                .toList();
    }

    private static String text(String cell, CellKind kind, Style style, Wording wording) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return switch (kind) {
            case TEXT -> cell;
            case CODE -> wording.label(cell);
            case NUMBER -> number(cell, style, wording);
            case DATE -> date(LocalDate.parse(cell), style, wording);
        };
    }

    /** A licence without limit says so where others say how many. */
    private static String number(String cell, Style style, Wording wording) {
        if (cell.equals(UNLIMITED)) {
            return wording.label(cell);
        }
        var value = new BigDecimal(cell);
        var whole = wording.number(value);
        return style.brief() ? style.cell().narrower(whole, wording.compact(value)) : whole;
    }

    private static String date(LocalDate day, Style style, Wording wording) {
        return style.brief() ? wording.shortDate(day) : wording.mediumDate(day);
    }

    private static double room(Area area, int columns, Style style) {
        return area.width() - style.gap() * (columns - 1);
    }

    /** Whether nothing is cut but words that would take more than their part anyhow. */
    private static boolean fits(Area area, List<Column> columns, double[] cells, Style style) {
        double needed = 0;
        for (var i = 0; i < cells.length; i++) {
            var most = isOfWords(columns.get(i)) ? area.width() * MOST_OF_WORDS : cells[i];
            needed += Math.min(cells[i], most);
        }
        return needed <= room(area, cells.length, style);
    }

    private static boolean isOfWords(Column column) {
        return column.kind() == CellKind.TEXT || column.kind() == CellKind.CODE;
    }

    /** What the cells of each column take, with a little of their heads. */
    private static double[] cells(List<String> heads, List<List<String>> rows, Style style) {
        return IntStream.range(0, heads.size())
                .mapToDouble(column -> Math.max(
                        rows.stream()
                                .mapToDouble(row -> style.cell().width(row.get(column)))
                                .max()
                                .orElse(0),
                        Math.min(style.head().width(heads.get(column)), SMALLEST_COLUMN)))
                .toArray();
    }

    /** Heads give way first, then words share what numbers and dates leave, which are never cut while they can help it. */
    private static double[] widths(
            Area area, List<Column> columns, List<String> heads, List<List<String>> rows, Style style) {
        var count = columns.size();
        var cells = cells(heads, rows, style);
        var wanted = new double[count];
        for (var i = 0; i < count; i++) {
            wanted[i] = Math.max(cells[i], style.head().width(heads.get(i)));
        }
        var room = room(area, count, style);
        var spare = room - sum(wanted);
        if (spare >= 0) {
            for (var i = 0; i < count; i++) {
                wanted[i] += spare / count;
            }
            return wanted;
        }
        var forHeads = room - sum(cells);
        if (forHeads >= 0) {
            var missing = sum(wanted) - sum(cells);
            for (var i = 0; i < count; i++) {
                cells[i] += forHeads * (wanted[i] - cells[i]) / missing;
            }
            return cells;
        }
        return shared(cells, columns, room);
    }

    /** Columns of words give up what is missing, the widest most; where there are none, all do. */
    private static double[] shared(double[] needs, List<Column> columns, double room) {
        var words = new boolean[needs.length];
        double fixed = 0;
        for (var i = 0; i < needs.length; i++) {
            words[i] = isOfWords(columns.get(i));
            fixed += words[i] ? 0 : needs[i];
        }
        var flexible = IntStream.range(0, needs.length)
                .filter(i -> words[i])
                .mapToDouble(i -> needs[i])
                .toArray();
        var all = flexible.length == 0 || room - fixed < flexible.length * SMALLEST_COLUMN;
        var limit = all ? limit(needs, room) : limit(flexible, room - fixed);
        for (var i = 0; i < needs.length; i++) {
            needs[i] = all || words[i] ? Math.min(needs[i], limit) : needs[i];
        }
        return needs;
    }

    private static double sum(double[] widths) {
        return Arrays.stream(widths).sum();
    }

    private static double limit(double[] needs, double room) {
        var sorted = needs.clone();
        Arrays.sort(sorted);
        var left = room;
        for (var i = 0; i < sorted.length; i++) {
            var share = left / (sorted.length - i);
            if (sorted[i] > share) {
                return Math.max(1, share);
            }
            left -= sorted[i];
        }
        return room;
    }
}
