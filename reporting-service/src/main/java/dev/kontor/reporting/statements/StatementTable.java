package dev.kontor.reporting.statements;

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
    private static final double AMOUNT = 74;
    private static final double PRICE = 60;
    private static final double QUANTITY = 47;
    private static final double COUNT = 76;
    private static final double PRODUCT = Paper.CONTENT - COUNT - 3 * QUANTITY - PRICE - AMOUNT;
    /** Where each column of numbers ends. */
    private static final double[] ENDS = {
        PRODUCT + COUNT + QUANTITY,
        PRODUCT + COUNT + 2 * QUANTITY,
        PRODUCT + COUNT + 3 * QUANTITY,
        Paper.CONTENT - AMOUNT,
        Paper.CONTENT
    };

    private static final int COLUMNS = ENDS.length + 2;
    private static final List<String> HEADS = List.of(
            "statement.ordered", "statement.actual", "statement.billable", "statement.price", "statement.amount");
    private static final Type MUTED = Type.BODY.coloured(Palette.MUTED);

    private final Wording wording;
    private final String currency;
    private final int digits;
    private final Map<String, String> productNames;
    private final Canvas canvas = new Canvas();
    private double y;

    /** Amounts are written with the given number of decimals; a product without a name shows its code. */
    StatementTable(Wording wording, String currency, int digits, Map<String, String> productNames) {
        this.wording = wording;
        this.currency = currency;
        this.digits = digits;
        this.productNames = productNames;
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
        head(() -> canvas.text(0, baseline, wording.text("statement.product"), Type.COLUMN, PRODUCT));
        head(() -> canvas.text(PRODUCT, baseline, wording.text("statement.counted"), Type.COLUMN, COUNT));
        for (var i = 0; i < ENDS.length; i++) {
            var column = i;
            head(() -> canvas.textUntil(
                    ENDS[column], baseline, wording.text(HEADS.get(column)), Type.COLUMN, width(column)));
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

    private static double width(int column) {
        return ENDS[column] - (column == 0 ? PRODUCT + COUNT : ENDS[column - 1]) - GAP;
    }

    private void row(StatementRow row) {
        var middle = y + row.height() / 2;
        if (row instanceof StatementRow.Customer customer) {
            canvas.as(Role.CELL, COLUMNS, () -> customer(customer));
        } else if (row instanceof StatementRow.Item item) {
            item(item.line(), y + LINE / 2);
        } else if (row instanceof StatementRow.CustomerTotal total) {
            canvas.rule(ENDS[3] + GAP, y + 0.5, Paper.CONTENT, y + 0.5, Palette.UNKNOWN, 0.5);
            var text = wording.text("statement.customer.total", total.name());
            canvas.as(
                    Role.CELL,
                    COLUMNS - 1,
                    () -> canvas.textUntil(ENDS[3], MUTED.centred(middle), text, MUTED, ENDS[3] - GAP));
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
        cell(() -> canvas.text(PRODUCT, baseline, counted(line), Type.CAPTION, COUNT));
        quantity(0, line.orderedQuantity(), baseline);
        quantity(1, line.actualQuantity(), baseline);
        quantity(2, line.billableQuantity(), baseline);
        cell(() -> {
            if (line.unitPrice() != null) {
                var scale =
                        Math.max(digits, line.unitPrice().stripTrailingZeros().scale());
                var price = wording.fixed(line.unitPrice(), Math.min(6, scale));
                canvas.numberUntil(ENDS[3], baseline, price, Type.BODY, width(3));
            }
        });
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
                COLUMNS,
                () -> canvas.text(
                        NOTE_GAP, Type.CAPTION.centred(middle), parts, Type.CAPTION, Paper.CONTENT - NOTE_GAP));
    }

    /** The product, and which month a line corrects; where there is no room for both, the product gives way. */
    private void product(Line line, double baseline) {
        var product = productNames.getOrDefault(line.product(), line.product());
        var note = line.correctsMonth() == null
                ? ""
                : wording.text("statement.corrects", wording.shortMonth(line.correctsMonth()));
        var room = PRODUCT - NOTE_GAP;
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

    private void quantity(int column, BigDecimal value, double baseline) {
        cell(() -> {
            if (value != null) {
                canvas.numberUntil(ENDS[column], baseline, wording.number(value), Type.BODY, width(column));
            }
        });
    }

    private void sum(String text, BigDecimal sum, double middle) {
        canvas.as(
                Role.CELL,
                COLUMNS - 1,
                () -> canvas.text(0, MUTED.centred(middle), wording.text(text), MUTED, ENDS[3]));
        amount(sum, MUTED, middle);
    }

    private void amount(BigDecimal value, Type type, double middle) {
        var amount = wording.fixed(value, digits);
        cell(() -> canvas.numberUntil(Paper.CONTENT, type.centred(middle), amount, type, AMOUNT - NOTE_GAP));
    }

    private void total(BigDecimal sum) {
        var top = y + 8;
        canvas.box(0, top, Paper.CONTENT, 26, 3, Palette.WASH, Palette.NONE);
        var type = Type.STRONG.sized(10);
        var baseline = type.centred(top + 13);
        canvas.as(
                Role.CELL,
                COLUMNS - 1,
                () -> canvas.text(10, baseline, wording.text("statement.total"), type, ENDS[2]));
        var total = wording.money(sum, currency, digits);
        cell(() -> canvas.numberUntil(Paper.CONTENT - 10, baseline, total, type, AMOUNT * 2.5));
    }
}
