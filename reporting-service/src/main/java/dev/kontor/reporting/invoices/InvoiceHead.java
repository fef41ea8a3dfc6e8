package dev.kontor.reporting.invoices;

import dev.kontor.reporting.drawing.Canvas;
import dev.kontor.reporting.drawing.Drawing;
import dev.kontor.reporting.drawing.Palette;
import dev.kontor.reporting.drawing.Role;
import dev.kontor.reporting.drawing.Type;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.invoices.Invoice.Address;
import dev.kontor.reporting.pages.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The top of the first page: to whom, from whom, the days and numbers, and what is to be paid. */
final class InvoiceHead {

    private static final double LINE = 11.5;
    private static final double COLUMN = Paper.CONTENT / 2 - 10;
    private static final double RIGHT = Paper.CONTENT / 2 + 10;
    private static final double LABEL = 96;
    private static final double TOTAL = 30;

    private final Invoice invoice;
    private final Wording wording;
    private final Canvas canvas = new Canvas();

    /** A label and what stands behind it. */
    private record Fact(String label, String value) {}

    InvoiceHead(Invoice invoice, Wording wording) {
        this.invoice = invoice;
        this.wording = wording;
    }

    Drawing draw() {
        var buyer = block("invoice.buyer", 0, 0, buyer());
        var seller = block("invoice.seller", 0, buyer + LINE, seller());
        var facts = facts(0);
        var y = Math.max(seller, facts) + 4;
        total(y);
        return canvas.drawing(Paper.CONTENT, y + TOTAL, "");
    }

    /** Where it ends. */
    private double block(String label, double x, double top, List<String> lines) {
        var y = top + LINE;
        text(x, y, wording.text(label), Type.CAPTION);
        for (var i = 0; i < lines.size(); i++) {
            var type = i == 0 ? Type.STRONG.sized(9) : Type.BODY.sized(9);
            for (var line : type.lines(lines.get(i), COLUMN)) {
                y += LINE;
                text(x, y, line, type);
            }
        }
        return y;
    }

    private void text(double x, double y, String text, Type type) {
        canvas.as(Role.PARAGRAPH, () -> canvas.text(x, y, text, type, COLUMN + 0.01));
    }

    private List<String> buyer() {
        var buyer = invoice.buyer();
        var lines = new ArrayList<String>();
        lines.add(buyer.legalName());
        lines.addAll(lines(buyer.address()));
        if (buyer.vatId() != null) {
            lines.add(wording.text("invoice.vat", buyer.vatId()));
        }
        return lines;
    }

    private List<String> seller() {
        var seller = invoice.seller();
        var lines = new ArrayList<String>();
        lines.add(seller.legalName());
        lines.addAll(lines(seller.address()));
        if (seller.vatId() != null) {
            lines.add(wording.text("invoice.vat", seller.vatId()));
        }
        if (seller.taxNumber() != null) {
            lines.add(wording.text("invoice.tax-number", seller.taxNumber()));
        }
        if (seller.electronicAddress() != null) {
            lines.add(seller.electronicAddress());
        }
        return lines;
    }

    private static List<String> lines(Address address) {
        var lines = new ArrayList<>(address.lines());
        var place = Stream.of(address.countryCode(), address.postalCode())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("-"));
        lines.add(Stream.of(place, address.city(), address.state())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" ")));
        return lines;
    }

    private double facts(double top) {
        var y = top + LINE;
        for (var fact : facts()) {
            var values = Type.BODY.sized(9).lines(fact.value(), COLUMN - LABEL);
            for (var i = 0; i < values.size(); i++) {
                y += LINE;
                if (i == 0) {
                    text(RIGHT, y, fact.label(), Type.BODY.sized(9).coloured(Palette.MUTED));
                }
                text(RIGHT + LABEL, y, values.get(i), Type.BODY.sized(9));
            }
        }
        return y;
    }

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(wording.text("invoice.number"), invoice.number()));
        facts.add(new Fact(wording.text("invoice.date"), wording.date(invoice.issueDate())));
        facts.add(new Fact(wording.text("invoice.due"), wording.date(invoice.dueDate())));
        facts.add(new Fact(
                wording.text("invoice.delivery"),
                wording.mediumDate(invoice.period().from()) + " – "
                        + wording.mediumDate(invoice.period().to())));
        if (invoice.buyer().buyerReference() != null) {
            facts.add(
                    new Fact(wording.text("invoice.reference"), invoice.buyer().buyerReference()));
        }
        if (invoice.buyer().purchaseOrder() != null) {
            facts.add(new Fact(wording.text("invoice.order"), invoice.buyer().purchaseOrder()));
        }
        for (var preceding : invoice.preceding()) {
            facts.add(new Fact(
                    wording.text(invoice.cancels() == null ? "invoice.corrects" : "invoice.cancels"),
                    wording.text("invoice.preceding", preceding.number(), wording.mediumDate(preceding.issueDate()))));
        }
        return facts;
    }

    private void total(double y) {
        canvas.box(0, y, Paper.CONTENT, TOTAL - 4, 3, Palette.WASH, Palette.NONE);
        var type = Type.STRONG.sized(11);
        var baseline = type.centred(y + (TOTAL - 4) / 2);
        var label = wording.text("invoice.top." + (invoice.kind().equals("credit-note") ? "credit" : "payable"));
        var amount = InvoiceSums.money(invoice.payable(), wording);
        canvas.as(Role.PARAGRAPH, () -> {
            canvas.text(10, baseline, label, type, COLUMN);
            canvas.numberUntil(Paper.CONTENT - 10, baseline, amount, type, COLUMN);
        });
    }
}
