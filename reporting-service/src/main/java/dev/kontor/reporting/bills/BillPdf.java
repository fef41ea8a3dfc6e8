package dev.kontor.reporting.bills;

import dev.kontor.reporting.bills.Bill.Amount;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.pages.AddressedHead;
import dev.kontor.reporting.pages.AddressedHead.Fact;
import dev.kontor.reporting.pages.AddressedHead.Party;
import dev.kontor.reporting.pages.Letterhead;
import dev.kontor.reporting.pages.Logo;
import dev.kontor.reporting.pages.PageBreaks;
import dev.kontor.reporting.pages.Pages;
import dev.kontor.reporting.pages.PdfBook;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** A customer's bill on pages. Knows no clock: it is dated to the end of its month, so it is the same every time. */
final class BillPdf {

    /** Between the parts of a page. */
    private static final double GAP = 14;

    private final Bill bill;
    private final Wording wording;

    BillPdf(Bill bill, Wording wording) {
        this.bill = bill;
        this.wording = wording;
    }

    byte[] write(Logo logo) {
        var title = wording.text("bill.title", wording.month(bill.month()));
        var by = bill.seller().shownName();
        var date = bill.period().to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var pages = new Pages(
                new PdfBook.Imprint(title, by, wording.locale(), date),
                new Letterhead(logo, by, null, title, bill.shownCustomer(), note()),
                wording,
                by,
                "");
        var head = head().draw();
        var table = new BillTable(bill, wording, digits());
        var breaks = PageBreaks.of(
                bill.lines().size(),
                (first, at) -> BillTable.height(bill.lines().get(at)),
                pages.firstHeight() - head.height() - GAP - BillTable.HEAD,
                pages.nextHeight() - BillTable.HEAD,
                BillTable.TOTAL);
        var contents = new ArrayList<Pages.Content>();
        for (var i = 0; i < breaks.size(); i++) {
            var first = i == 0;
            var last = i == breaks.size() - 1;
            var rows = table.draw(breaks.get(i), last);
            contents.add(sheet -> {
                if (first) {
                    sheet.put(0, 0, head);
                }
                sheet.put(0, first ? head.height() + GAP : 0, rows);
            });
        }
        return pages.write(contents);
    }

    private AddressedHead head() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                wording.text("invoice.delivery"),
                wording.mediumDate(bill.period().from()) + " – "
                        + wording.mediumDate(bill.period().to())));
        if (bill.externalId() != null) {
            facts.add(new Fact(wording.text("bill.customer-number"), bill.externalId()));
        }
        return new AddressedHead(
                new Party(wording.text("invoice.buyer"), List.of(bill.shownCustomer())),
                new Party(wording.text("invoice.seller"), seller()),
                facts,
                new Fact(wording.text("statement.total"), money(bill.total())));
    }

    private List<String> seller() {
        var seller = bill.seller();
        var lines = new ArrayList<String>();
        lines.add(seller.shownName());
        if (seller.address() != null) {
            lines.addAll(seller.address().written());
        }
        if (seller.vatId() != null) {
            lines.add(wording.text("invoice.vat", seller.vatId()));
        }
        if (seller.email() != null) {
            lines.add(seller.email());
        }
        return lines;
    }

    private String note() {
        return bill.isFinal() ? "" : wording.text("statement.state." + bill.state());
    }

    private String money(Amount amount) {
        return wording.money(amount.amount(), bill.currency(), digits());
    }

    private int digits() {
        return Math.max(0, Currency.getInstance(bill.currency()).getDefaultFractionDigits());
    }
}
