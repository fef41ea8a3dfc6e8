package dev.kontor.reporting.invoices;

import dev.kontor.reporting.drawing.Drawing;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.pages.AddressedHead;
import dev.kontor.reporting.pages.AddressedHead.Fact;
import dev.kontor.reporting.pages.AddressedHead.Party;
import java.util.ArrayList;
import java.util.List;

/** The top of the first page: to whom, from whom, the days and numbers, and what is to be paid. */
final class InvoiceHead {

    private final Invoice invoice;
    private final Wording wording;

    InvoiceHead(Invoice invoice, Wording wording) {
        this.invoice = invoice;
        this.wording = wording;
    }

    Drawing draw() {
        var label = wording.text("invoice.top." + (invoice.kind().equals("credit-note") ? "credit" : "payable"));
        return new AddressedHead(
                        new Party(wording.text("invoice.buyer"), buyer()),
                        new Party(wording.text("invoice.seller"), seller()),
                        facts(),
                        new Fact(label, InvoiceSums.money(invoice.payable(), wording)))
                .draw();
    }

    private List<String> buyer() {
        var buyer = invoice.buyer();
        var lines = new ArrayList<String>();
        lines.add(buyer.legalName());
        lines.addAll(buyer.address().written());
        if (buyer.vatId() != null) {
            lines.add(wording.text("invoice.vat", buyer.vatId()));
        }
        return lines;
    }

    private List<String> seller() {
        var seller = invoice.seller();
        var lines = new ArrayList<String>();
        lines.add(seller.legalName());
        lines.addAll(seller.address().written());
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
}
