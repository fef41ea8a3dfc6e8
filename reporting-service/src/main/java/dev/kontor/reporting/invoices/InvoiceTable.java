package dev.kontor.reporting.invoices;

import dev.kontor.reporting.drawing.Canvas;
import dev.kontor.reporting.drawing.Drawing;
import dev.kontor.reporting.drawing.Palette;
import dev.kontor.reporting.drawing.Role;
import dev.kontor.reporting.drawing.Type;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.invoices.Invoice.Line;
import dev.kontor.reporting.pages.Paper;
import java.util.List;

/** Draws one page of an invoice's lines. */
final class InvoiceTable {

    private static final double AMOUNT = 84;
    private static final double TAX = 44;
    private static final double PRICE = 70;
    private static final double QUANTITY = 60;
    private static final double PRODUCT = Paper.CONTENT - QUANTITY - PRICE - TAX - AMOUNT;
    private static final double GAP = 8;
    /** Where each column of numbers ends. */
    private static final double[] ENDS = {
        PRODUCT + QUANTITY, PRODUCT + QUANTITY + PRICE, PRODUCT + QUANTITY + PRICE + TAX, Paper.CONTENT
    };

    private static final List<String> HEADS =
            List.of("invoice.quantity", "statement.price", "invoice.tax", "statement.amount");

    private final Invoice invoice;
    private final Wording wording;
    private final Canvas canvas = new Canvas();
    private double y;

    InvoiceTable(Invoice invoice, Wording wording) {
        this.invoice = invoice;
        this.wording = wording;
    }

    Drawing draw(List<InvoiceRow> rows) {
        canvas.as(Role.TABLE, () -> {
            canvas.as(Role.ROW, this::head);
            if (rows.isEmpty()) {
                canvas.as(Role.ROW, this::nothing);
            }
            for (var row : rows) {
                canvas.as(Role.ROW, () -> row(row));
                y += row.height();
            }
        });
        return canvas.drawing(Paper.CONTENT, y, "");
    }

    private void head() {
        var baseline = Type.COLUMN.centred(InvoiceRows.TABLE_HEAD / 2 - 2);
        canvas.as(
                Role.COLUMN_HEAD,
                () -> canvas.text(0, baseline, wording.text("statement.product"), Type.COLUMN, PRODUCT));
        for (var i = 0; i < ENDS.length; i++) {
            var column = i;
            canvas.as(
                    Role.COLUMN_HEAD,
                    () -> canvas.textUntil(
                            ENDS[column], baseline, wording.text(HEADS.get(column)), Type.COLUMN, width(column)));
        }
        y = InvoiceRows.TABLE_HEAD;
        canvas.rule(0, y - 3, Paper.CONTENT, y - 3, Palette.INK, 0.7);
    }

    private static double width(int column) {
        return ENDS[column] - (column == 0 ? PRODUCT : ENDS[column - 1]) - GAP;
    }

    private void nothing() {
        canvas.as(
                Role.CELL,
                ENDS.length + 1,
                () -> canvas.text(0, y + 12, wording.text("invoice.nothing"), Type.BODY, Paper.CONTENT));
        y += 20;
    }

    private void row(InvoiceRow row) {
        var middle = y + row.height() / 2;
        if (row instanceof InvoiceRow.Customer customer) {
            var name = customer.continued() ? wording.text("page.continued", customer.name()) : customer.name();
            canvas.as(
                    Role.CELL,
                    ENDS.length + 1,
                    () -> canvas.text(0, Type.STRONG.centred(middle + 3), name, Type.STRONG, Paper.CONTENT));
        } else if (row instanceof InvoiceRow.Item item) {
            item(item.line(), Type.BODY.centred(middle));
        }
    }

    private void item(Line line, double baseline) {
        canvas.rule(0, y, Paper.CONTENT, y, Palette.HAIRLINE, 0.4);
        canvas.as(Role.CELL, () -> product(line, baseline));
        var digits = line.amount().amount().scale();
        var scale = Math.max(digits, line.unitPrice().stripTrailingZeros().scale());
        number(0, baseline, wording.number(line.quantity()));
        number(1, baseline, wording.fixed(line.unitPrice(), Math.min(8, scale)));
        number(2, baseline, line.taxRate() == null ? "" : InvoiceSums.percent(line.taxRate(), wording));
        number(3, baseline, wording.fixed(line.amount().amount(), InvoiceSums.digits(invoice.currency())));
    }

    /** The product, and which month a line corrects; where there is no room for both, the product gives way. */
    private void product(Line line, double baseline) {
        var note = line.correctsMonth() == null
                ? ""
                : wording.text("statement.corrects", wording.shortMonth(line.correctsMonth()));
        var noteWidth = note.isEmpty() ? 0 : Type.CAPTION.width(note) + GAP;
        var productWidth = Math.min(Type.BODY.width(line.productName()), PRODUCT - GAP - noteWidth) + 0.01;
        canvas.text(0, baseline, line.productName(), Type.BODY, productWidth);
        canvas.text(productWidth + GAP, baseline, note, Type.CAPTION, noteWidth);
    }

    private void number(int column, double baseline, String number) {
        canvas.as(Role.CELL, () -> canvas.numberUntil(ENDS[column], baseline, number, Type.BODY, width(column)));
    }
}
