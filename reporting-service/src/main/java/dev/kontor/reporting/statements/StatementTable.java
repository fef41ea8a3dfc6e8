package dev.kontor.reporting.statements;

import static dev.kontor.reporting.statements.StatementColumns.Column.ACTUAL;
import static dev.kontor.reporting.statements.StatementColumns.Column.AMOUNT;
import static dev.kontor.reporting.statements.StatementColumns.Column.BILLABLE;
import static dev.kontor.reporting.statements.StatementColumns.Column.ORDERED;
import static dev.kontor.reporting.statements.StatementColumns.Column.PRICE;

import dev.kontor.reporting.drawing.Canvas;
import dev.kontor.reporting.drawing.Drawing;
import dev.kontor.reporting.drawing.Palette;
import dev.kontor.reporting.drawing.Role;
import dev.kontor.reporting.drawing.Type;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.pages.Paper;
import dev.kontor.reporting.statements.Statement.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws one page of a statement's table. */
final class StatementTable {
    private static final double GAP = 10;
    private static final double NOTE_GAP = 6;
    /** Heights of a line, and of what explains its amount below it. */
    private static final double LINE = 15;

    private static final double PARTS = 8;
    private static final Type MUTED = Type.BODY.coloured(Palette.MUTED);

    private final Wording wording;
    private final String currency;
    private final int digits;
    private final Map<String, String> productNames;
    private final StatementColumns columns;
    private final Canvas canvas = new Canvas();
    private double y;

    /** Amounts are written with the given number of decimals; a product without a name shows its code. */
    StatementTable(
            Wording wording, String currency, int digits, Map<String, String> productNames, StatementColumns columns) {
        this.wording = wording;
        this.currency = currency;
        this.digits = digits;
        this.productNames = productNames;
        this.columns = columns;
    }

    Drawing draw(List<StatementRow> rows) {
        canvas.as(Role.TABLE, () -> {
            canvas.as(Role.ROW, this::head);
            for (var row : rows) {
                canvas.as(Role.ROW, () -> row(row));
                if (row instanceof StatementRow.Item item && item.line().isExplained()) {
                    canvas.as(Role.ROW, () -> parts(item.line(), y + LINE + PARTS / 2));
                }
                y += row.height();
            }
        });
        return canvas.drawing(Paper.CONTENT, y, "");
    }

    private void head() {
        var baseline = Type.COLUMN.centred(StatementLayout.TABLE_HEAD / 2 - 2);
        head(() -> canvas.text(0, baseline, wording.text("statement.product"), Type.COLUMN, columns.product()));
        if (columns.counted()) {
            head(() -> canvas.text(
                    columns.product(),
                    baseline,
                    wording.text("statement.counted"),
                    Type.COLUMN,
                    StatementColumns.COUNT));
        }
        for (var column : columns.numbers()) {
            head(() -> canvas.textUntil(
                    columns.end(column), baseline, wording.text(columns.head(column)), Type.COLUMN, width(column)));
        }
        y = StatementLayout.TABLE_HEAD;
        canvas.rule(0, y - 3, Paper.CONTENT, y - 3, Palette.INK, 0.7);
    }

    private void head(Runnable cell) {
        canvas.as(Role.COLUMN_HEAD, cell);
    }

    private void cell(Runnable cell) {
        canvas.as(Role.CELL, cell);
    }

    private double width(StatementColumns.Column column) {
        return columns.width(column) - GAP;
    }

    private void row(StatementRow row) {
        var middle = y + row.height() / 2;
        if (row instanceof StatementRow.Customer customer) {
            canvas.as(Role.CELL, columns.size(), () -> customer(customer));
        } else if (row instanceof StatementRow.Item item) {
            item(item.line(), y + LINE / 2);
        } else if (row instanceof StatementRow.CustomerTotal total) {
            canvas.rule(columns.end(PRICE) + GAP, y + 0.5, Paper.CONTENT, y + 0.5, Palette.UNKNOWN, 0.5);
            var text = wording.text("statement.customer.total", total.name());
            canvas.as(
                    Role.CELL,
                    columns.size() - 1,
                    () -> canvas.textUntil(
                            columns.end(PRICE), MUTED.centred(middle), text, MUTED, columns.end(PRICE) - GAP));
            amount(total.sum(), Type.STRONG, middle);
        } else if (row instanceof StatementRow.CarriedForward carried) {
            canvas.rule(0, y + 2, Paper.CONTENT, y + 2, Palette.UNKNOWN, 0.5);
            sum("statement.carried.out", carried.sum(), middle + 2);
        } else if (row instanceof StatementRow.BroughtForward brought) {
            sum("statement.carried.in", brought.sum(), middle - 2);
            canvas.rule(0, y + row.height() - 3, Paper.CONTENT, y + row.height() - 3, Palette.HAIRLINE, 0.5);
        } else if (row instanceof StatementRow.Total total) {
            total(total.sum());
        }
    }

    private void customer(StatementRow.Customer customer) {
        var lines = customer.continued() ? List.of(wording.text("page.continued", customer.name())) : customer.lines();
        var baseline = StatementRow.Customer.TYPE.centred(y + 14);
        for (var line : lines) {
            canvas.text(0, baseline, line, StatementRow.Customer.TYPE, Paper.CONTENT);
            baseline += StatementRow.Customer.LINE;
        }
    }

    private void item(Line line, double middle) {
        var baseline = Type.BODY.centred(middle);
        canvas.rule(0, y, Paper.CONTENT, y, Palette.HAIRLINE, 0.4);
        cell(() -> product(line, baseline));
        if (columns.counted()) {
            cell(() -> canvas.text(columns.product(), baseline, counted(line), Type.CAPTION, StatementColumns.COUNT));
        }
        quantity(ORDERED, line.orderedQuantity(), baseline);
        quantity(ACTUAL, line.actualQuantity(), baseline);
        quantity(BILLABLE, line.billableQuantity(), baseline);
        if (columns.shows(PRICE)) {
            cell(() -> {
                if (line.unitPrice() != null) {
                    var scale = Math.max(
                            digits, line.unitPrice().stripTrailingZeros().scale());
                    var price = wording.fixed(line.unitPrice(), Math.min(6, scale));
                    canvas.numberUntil(columns.end(PRICE), baseline, price, Type.BODY, width(PRICE));
                }
            });
        }
        amount(line.amount().amount(), Type.BODY, middle);
    }

    /** Why the amount is not just a price for so many units (domain.md, rule 22). */
    private void parts(Line line, double middle) {
        var parts = line.parts().stream()
                .map(part -> wording.text("statement.part." + part.part())
                        + '\u00A0'
                        + wording.fixed(part.amount().amount(), digits))
                .collect(Collectors.joining("   "));
        canvas.as(
                Role.CELL,
                columns.size(),
                () -> canvas.text(
                        NOTE_GAP, Type.CAPTION.centred(middle), parts, Type.CAPTION, Paper.CONTENT - NOTE_GAP));
    }

    /** The product, and which month a line corrects; where there is no room for both, the product gives way. */
    private void product(Line line, double baseline) {
        var product = productNames.getOrDefault(line.product(), line.product());
        var note = line.correctsMonth() == null
                ? ""
                : wording.text("statement.corrects", wording.shortMonth(line.correctsMonth()));
        var room = columns.product() - NOTE_GAP;
        var noteWidth = note.isEmpty() ? 0 : Type.CAPTION.width(note) + NOTE_GAP;
        var productWidth = Math.min(Type.BODY.width(product), room - noteWidth) + 0.01;
        canvas.text(0, baseline, product, Type.BODY, productWidth);
        canvas.text(productWidth + NOTE_GAP, baseline, note, Type.CAPTION, noteWidth);
    }

    /** How the month's quantity follows from its days, and the day it stands for (domain.md, rule 21). */
    private String counted(Line line) {
        if (line.countMethod() == null) {
            return "";
        }
        var method = wording.label(line.countMethod());
        return line.asOf() == null ? method : method + ' ' + wording.shortDate(line.asOf());
    }

    private void quantity(StatementColumns.Column column, BigDecimal value, double baseline) {
        if (columns.shows(column)) {
            cell(() -> {
                if (value != null) {
                    canvas.numberUntil(columns.end(column), baseline, wording.number(value), Type.BODY, width(column));
                }
            });
        }
    }

    private void sum(String text, BigDecimal sum, double middle) {
        canvas.as(
                Role.CELL,
                columns.size() - 1,
                () -> canvas.text(0, MUTED.centred(middle), wording.text(text), MUTED, columns.end(PRICE)));
        amount(sum, MUTED, middle);
    }

    private void amount(BigDecimal value, Type type, double middle) {
        var amount = wording.fixed(value, digits);
        cell(() -> canvas.numberUntil(
                Paper.CONTENT, type.centred(middle), amount, type, columns.width(AMOUNT) - NOTE_GAP));
    }

    private void total(BigDecimal sum) {
        var top = y + 8;
        canvas.box(0, top, Paper.CONTENT, 26, 3, Palette.WASH, Palette.NONE);
        var type = Type.STRONG.sized(10);
        var baseline = type.centred(top + 13);
        canvas.as(
                Role.CELL,
                columns.size() - 1,
                () -> canvas.text(10, baseline, wording.text("statement.total"), type, Paper.CONTENT / 2));
        var total = wording.money(sum, currency, digits);
        cell(() -> canvas.numberUntil(Paper.CONTENT - 10, baseline, total, type, Paper.CONTENT / 3));
    }
}
