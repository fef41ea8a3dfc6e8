package dev.kontor.reporting.statements;

import dev.kontor.reporting.drawing.Canvas;
import dev.kontor.reporting.drawing.Drawing;
import dev.kontor.reporting.drawing.Palette;
import dev.kontor.reporting.drawing.Type;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.pages.Paper;
import dev.kontor.reporting.statements.Statement.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Draws one page of a statement's table. */
final class StatementTable {
    private static final double GAP = 10;
    private static final double NOTE_GAP = 6;
    private static final double AMOUNT = 90;
    private static final double PRICE = 74;
    private static final double QUANTITY = 53;
    private static final double[] ENDS = {
        Paper.CONTENT - AMOUNT - PRICE - 2 * QUANTITY,
        Paper.CONTENT - AMOUNT - PRICE - QUANTITY,
        Paper.CONTENT - AMOUNT - PRICE,
        Paper.CONTENT - AMOUNT,
        Paper.CONTENT
    };
    private static final double PRODUCT = ENDS[0] - QUANTITY;
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
        head();
        for (StatementRow row : rows) {
            row(row);
            y += row.height();
        }
        return canvas.drawing(Paper.CONTENT, y, "");
    }

    private void head() {
        double baseline = Type.COLUMN.centred(StatementLayout.TABLE_HEAD / 2 - 2);
        canvas.text(0, baseline, wording.text("statement.product"), Type.COLUMN, PRODUCT);
        for (int i = 0; i < ENDS.length; i++) {
            canvas.textUntil(ENDS[i], baseline, wording.text(HEADS.get(i)), Type.COLUMN, width(i));
        }
        y = StatementLayout.TABLE_HEAD;
        canvas.rule(0, y - 3, Paper.CONTENT, y - 3, Palette.INK, 0.7);
    }

    private static double width(int column) {
        return ENDS[column] - (column == 0 ? PRODUCT : ENDS[column - 1]) - GAP;
    }

    private void row(StatementRow row) {
        double middle = y + row.height() / 2;
        if (row instanceof StatementRow.Customer customer) {
            String name = customer.continued() ? wording.text("statement.continued", customer.name()) : customer.name();
            canvas.text(0, Type.STRONG.centred(middle + 3), name, Type.STRONG, Paper.CONTENT);
        } else if (row instanceof StatementRow.Item item) {
            item(item.line(), middle);
        } else if (row instanceof StatementRow.CustomerTotal total) {
            canvas.rule(ENDS[3] + GAP, y + 0.5, Paper.CONTENT, y + 0.5, Palette.UNKNOWN, 0.5);
            String text = wording.text("statement.customer.total", total.name());
            canvas.textUntil(ENDS[3], MUTED.centred(middle), text, MUTED, ENDS[3] - GAP);
            canvas.textUntil(Paper.CONTENT, Type.STRONG.centred(middle), amount(total.sum()), Type.STRONG, AMOUNT);
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

    private void item(Line line, double middle) {
        double baseline = Type.BODY.centred(middle);
        canvas.rule(0, y, Paper.CONTENT, y, Palette.HAIRLINE, 0.4);
        String product = productNames.getOrDefault(line.product(), line.product());
        String note = line.correctsMonth() == null
                ? ""
                : wording.text("statement.corrects", wording.month(line.correctsMonth()));
        double noteWidth = note.isEmpty() ? 0 : Type.CAPTION.width(note) + NOTE_GAP;
        double productWidth = Math.min(Type.BODY.width(product), PRODUCT - noteWidth) + 0.01;
        canvas.text(0, baseline, product, Type.BODY, productWidth);
        canvas.text(productWidth + NOTE_GAP, baseline, note, Type.CAPTION, noteWidth);
        quantity(0, line.orderedQuantity(), baseline);
        quantity(1, line.actualQuantity(), baseline);
        quantity(2, line.billableQuantity(), baseline);
        if (line.unitPrice() != null) {
            int scale = Math.max(digits, line.unitPrice().stripTrailingZeros().scale());
            canvas.textUntil(
                    ENDS[3], baseline, wording.fixed(line.unitPrice(), Math.min(6, scale)), Type.BODY, width(3));
        }
        canvas.textUntil(ENDS[4], baseline, amount(line.amount().amount()), Type.BODY, width(4));
    }

    private void quantity(int column, BigDecimal value, double baseline) {
        if (value != null) {
            canvas.textUntil(ENDS[column], baseline, wording.number(value), Type.BODY, width(column));
        }
    }

    private void sum(String text, BigDecimal sum, double middle) {
        canvas.text(0, MUTED.centred(middle), wording.text(text), MUTED, ENDS[3]);
        canvas.textUntil(Paper.CONTENT, MUTED.centred(middle), amount(sum), MUTED, AMOUNT);
    }

    private void total(BigDecimal sum) {
        double top = y + 8;
        canvas.box(0, top, Paper.CONTENT, 26, 3, Palette.WASH, Palette.NONE);
        Type type = Type.STRONG.sized(10);
        double baseline = type.centred(top + 13);
        canvas.text(10, baseline, wording.text("statement.total"), type, ENDS[2]);
        canvas.textUntil(Paper.CONTENT - 10, baseline, wording.money(sum, currency, digits), type, AMOUNT * 2.5);
    }

    private String amount(BigDecimal value) {
        return wording.fixed(value, digits);
    }
}
