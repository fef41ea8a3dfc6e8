package dev.kontor.reporting.invoices;

import dev.kontor.reporting.drawing.Canvas;
import dev.kontor.reporting.drawing.Drawing;
import dev.kontor.reporting.drawing.Palette;
import dev.kontor.reporting.drawing.Role;
import dev.kontor.reporting.drawing.Type;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.invoices.Invoice.Amount;
import dev.kontor.reporting.pages.Paper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands below the lines: the taxes by rate, the sums, why there is no tax, and where to pay. */
final class InvoiceSums {

    private static final double ROW = 15;
    private static final double LEFT = Paper.CONTENT / 2 - 40;
    private static final double LINE = 11;

    private final Invoice invoice;
    private final Wording wording;
    private final Canvas canvas = new Canvas();
    private double y;

    /** A label, an amount, and whether it is what the document comes to. */
    private record Sum(String label, Amount amount, boolean strong) {}

    InvoiceSums(Invoice invoice, Wording wording) {
        this.invoice = invoice;
        this.wording = wording;
    }

    static String money(Amount amount, Wording wording) {
        return wording.money(amount.amount(), amount.currency(), digits(amount.currency()));
    }

    static String percent(BigDecimal rate, Wording wording) {
        return wording.text("format.percent", wording.number(rate));
    }

    static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    Drawing draw() {
        canvas.as(Role.TABLE, () -> sums().forEach(sum -> canvas.as(Role.ROW, () -> row(sum))));
        y += 6;
        sentences().forEach(this::sentence);
        return canvas.drawing(Paper.CONTENT, y, "");
    }

    private List<Sum> sums() {
        var sums = new ArrayList<Sum>();
        sums.add(new Sum(wording.text("invoice.net"), invoice.net(), false));
        for (var tax : invoice.taxes()) {
            var label = wording.text(
                    "invoice.tax.of",
                    percent(tax.rate(), wording),
                    wording.fixed(tax.base().amount(), digits(invoice.currency())));
            sums.add(new Sum(label, tax.tax(), false));
        }
        var isSetOff = invoice.setOff().amount().signum() != 0;
        sums.add(new Sum(wording.text("invoice.gross"), invoice.gross(), !isSetOff));
        if (isSetOff) {
            sums.add(new Sum(wording.text("invoice.set-off"), invoice.setOff(), false));
            sums.add(new Sum(wording.text("invoice.payable"), invoice.payable(), true));
        }
        return sums;
    }

    private void row(Sum sum) {
        var type = sum.strong() ? Type.STRONG.sized(10) : Type.BODY.sized(9);
        canvas.rule(LEFT, y, Paper.CONTENT, y, sum.strong() ? Palette.INK : Palette.HAIRLINE, 0.6);
        var baseline = type.centred(y + ROW / 2);
        canvas.as(Role.CELL, () -> canvas.text(LEFT, baseline, sum.label(), type, Paper.CONTENT - LEFT - 110));
        canvas.as(
                Role.CELL, () -> canvas.numberUntil(Paper.CONTENT, baseline, money(sum.amount(), wording), type, 105));
        y += ROW;
    }

    private List<String> sentences() {
        var sentences = invoice.taxes().stream()
                .map(Invoice.Tax::reason)
                .filter(reason -> reason != null && !reason.isBlank())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        var seller = invoice.seller();
        if (invoice.payable().amount().signum() > 0 && !invoice.kind().equals("credit-note")) {
            var account = Stream.of(seller.iban(), seller.bic())
                    .filter(part -> part != null)
                    .collect(Collectors.joining(", "));
            sentences.add(wording.text(
                    "invoice.pay", wording.date(invoice.dueDate()), seller.legalName(), account, invoice.number()));
        }
        return sentences;
    }

    private void sentence(String text) {
        var type = Type.BODY.sized(9);
        for (var line : type.lines(text, Paper.CONTENT)) {
            y += LINE;
            canvas.as(Role.PARAGRAPH, () -> canvas.text(0, y, line, type, Paper.CONTENT + 0.01));
        }
        y += 4;
    }
}
