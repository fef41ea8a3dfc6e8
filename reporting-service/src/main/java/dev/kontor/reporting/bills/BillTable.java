package dev.kontor.reporting.bills;

import dev.kontor.reporting.bills.Bill.Line;
import dev.kontor.reporting.drawing.Canvas;
import dev.kontor.reporting.drawing.Drawing;
import dev.kontor.reporting.drawing.Palette;
import dev.kontor.reporting.drawing.Role;
import dev.kontor.reporting.drawing.Type;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.pages.PageBreaks;
import dev.kontor.reporting.pages.Paper;
import java.util.stream.Collectors;

/** Draws one page of a bill's lines; the unit price only where any line has one. */
final class BillTable {

    static final double HEAD = 20;
    static final double TOTAL = 34;

    /** Heights of a line, and of what explains its amount below it. */
    private static final double LINE = 15;

    private static final double PARTS = 11;
    private static final double AMOUNT = 90;
    private static final double PRICE = 80;
    private static final double QUANTITY = 70;
    private static final double GAP = 8;

    private final Bill bill;
    private final Wording wording;
    private final int digits;
    private final boolean priced;

    BillTable(Bill bill, Wording wording, int digits) {
        this.bill = bill;
        this.wording = wording;
        this.digits = digits;
        this.priced = bill.lines().stream().anyMatch(line -> line.unitPrice() != null);
    }

    static double height(Line line) {
        return line.isExplained() ? LINE + PARTS : LINE;
    }

    /**
     * Draws these lines.
     *
     * @param last whether the total stands below them
     */
    Drawing draw(PageBreaks.Range lines, boolean last) {
        var page = new Page();
        page.canvas.as(Role.TABLE, () -> page.draw(lines, last));
        return page.canvas.drawing(Paper.CONTENT, page.y, "");
    }

    private double priceEnd() {
        return Paper.CONTENT - AMOUNT;
    }

    private double quantityEnd() {
        return priced ? priceEnd() - PRICE : priceEnd();
    }

    private double productWidth() {
        return quantityEnd() - QUANTITY;
    }

    private int columns() {
        return priced ? 4 : 3;
    }

    private final class Page {

        private final Canvas canvas = new Canvas();
        private double y;

        private void draw(PageBreaks.Range lines, boolean last) {
            canvas.as(Role.ROW, this::head);
            if (bill.lines().isEmpty()) {
                canvas.as(Role.ROW, this::nothing);
            }
            for (var line : bill.lines().subList(lines.from(), lines.until())) {
                canvas.as(Role.ROW, () -> line(line));
                if (line.isExplained()) {
                    canvas.as(Role.ROW, () -> parts(line));
                }
                y += height(line);
            }
            if (last) {
                canvas.as(Role.ROW, this::total);
                y += TOTAL;
            }
        }

        private void head() {
            var baseline = Type.COLUMN.centred(HEAD / 2 - 2);
            canvas.as(
                    Role.COLUMN_HEAD,
                    () -> canvas.text(0, baseline, wording.text("statement.product"), Type.COLUMN, productWidth()));
            head(quantityEnd(), QUANTITY, "invoice.quantity", baseline);
            if (priced) {
                head(priceEnd(), PRICE, "statement.price", baseline);
            }
            head(Paper.CONTENT, AMOUNT, "statement.amount", baseline);
            y = HEAD;
            canvas.rule(0, y - 3, Paper.CONTENT, y - 3, Palette.INK, 0.7);
        }

        private void head(double end, double width, String text, double baseline) {
            canvas.as(
                    Role.COLUMN_HEAD,
                    () -> canvas.textUntil(end, baseline, wording.text(text), Type.COLUMN, width - GAP));
        }

        private void nothing() {
            canvas.as(
                    Role.CELL,
                    columns(),
                    () -> canvas.text(0, y + 12, wording.text("invoice.nothing"), Type.BODY, Paper.CONTENT));
            y += 20;
        }

        private void line(Line line) {
            var baseline = Type.BODY.centred(y + LINE / 2);
            canvas.rule(0, y, Paper.CONTENT, y, Palette.HAIRLINE, 0.4);
            canvas.as(Role.CELL, () -> product(line, baseline));
            number(quantityEnd(), QUANTITY, wording.number(line.quantity()), baseline);
            if (priced) {
                number(priceEnd(), PRICE, price(line), baseline);
            }
            number(Paper.CONTENT, AMOUNT, wording.fixed(line.amount().amount(), digits), baseline);
        }

        private String price(Line line) {
            if (line.unitPrice() == null) {
                return "";
            }
            var scale = Math.max(digits, line.unitPrice().stripTrailingZeros().scale());
            return wording.fixed(line.unitPrice(), Math.min(8, scale));
        }

        /** The product, and which month a line corrects; where there is no room for both, the product gives way. */
        private void product(Line line, double baseline) {
            var note = line.correctsMonth() == null
                    ? ""
                    : wording.text("statement.corrects", wording.shortMonth(line.correctsMonth()));
            var noteWidth = note.isEmpty() ? 0 : Type.CAPTION.width(note) + GAP;
            var width = Math.min(Type.BODY.width(line.productName()), productWidth() - GAP - noteWidth) + 0.01;
            canvas.text(0, baseline, line.productName(), Type.BODY, width);
            canvas.text(width + GAP, baseline, note, Type.CAPTION, noteWidth);
        }

        /** Why the amount is not just a price for so many units (domain.md rule 22). */
        private void parts(Line line) {
            var parts = line.parts().stream()
                    .map(part -> wording.text("statement.part." + part.part())
                            + '\u00A0'
                            + wording.fixed(part.amount().amount(), digits))
                    .collect(Collectors.joining("   "));
            var baseline = Type.CAPTION.centred(y + LINE + PARTS / 2 - 2);
            canvas.as(Role.CELL, columns(), () -> canvas.text(GAP, baseline, parts, Type.CAPTION, Paper.CONTENT - GAP));
        }

        private void number(double end, double width, String number, double baseline) {
            canvas.as(Role.CELL, () -> canvas.numberUntil(end, baseline, number, Type.BODY, width - GAP));
        }

        private void total() {
            var top = y + 8;
            canvas.box(0, top, Paper.CONTENT, 26, 3, Palette.WASH, Palette.NONE);
            var type = Type.STRONG.sized(10);
            var baseline = type.centred(top + 13);
            canvas.as(
                    Role.CELL,
                    columns() - 1,
                    () -> canvas.text(10, baseline, wording.text("statement.total"), type, productWidth()));
            var total = wording.money(bill.total().amount(), bill.currency(), digits);
            canvas.as(Role.CELL, () -> canvas.numberUntil(Paper.CONTENT - 10, baseline, total, type, AMOUNT * 2));
        }
    }
}
