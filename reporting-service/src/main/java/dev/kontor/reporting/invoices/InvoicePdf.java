package dev.kontor.reporting.invoices;

import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.pages.Attachment;
import dev.kontor.reporting.pages.Letterhead;
import dev.kontor.reporting.pages.Pages;
import dev.kontor.reporting.pages.PdfBook;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** An invoice on pages, with the same in the syntax of programs inside. Knows no clock: it is dated to its day of issue. */
final class InvoicePdf {

    private static final String FILE = "factur-x.xml";
    private static final int SHORT_HASH = 16;
    /** Between the parts of a page. */
    private static final double GAP = 14;

    private final Invoice invoice;
    private final Wording wording;

    InvoicePdf(Invoice invoice, Wording wording) {
        this.invoice = invoice;
        this.wording = wording;
    }

    byte[] write() {
        var title = wording.text("invoice.title." + invoice.title(), invoice.number());
        var seller = invoice.seller().legalName();
        var date = invoice.issueDate().atStartOfDay(ZoneOffset.UTC).toInstant();
        var pages = new Pages(
                new PdfBook.Imprint(title, seller, wording.locale(), date),
                new Letterhead(null, seller, null, title, seller, ""),
                wording,
                invoice.number(),
                hash());
        var head = new InvoiceHead(invoice, wording).draw();
        var foot = new InvoiceSums(invoice, wording).draw();
        var room = pages.firstHeight() - head.height() - GAP;
        var contents = new ArrayList<Pages.Content>();
        var tables = InvoiceRows.pages(invoice.lines(), room, pages.nextHeight(), foot.height() + GAP);
        for (var i = 0; i < tables.size(); i++) {
            var top = i == 0 ? head.height() + GAP : 0;
            var table = new InvoiceTable(invoice, wording).draw(tables.get(i));
            var first = i == 0;
            var last = i == tables.size() - 1;
            contents.add(sheet -> {
                if (first) {
                    sheet.put(0, 0, head);
                }
                sheet.put(0, top, table);
                if (last) {
                    sheet.put(0, top + table.height() + GAP, foot);
                }
            });
        }
        return pages.write(contents, attachment());
    }

    private Attachment attachment() {
        return new Attachment(
                FILE,
                "text/xml",
                wording.text("invoice.attachment"),
                invoice.facturX(),
                List.of("INVOICE", FILE, "1.0", "EN 16931"));
    }

    private String hash() {
        var hash = invoice.contentHash();
        return hash == null || hash.isBlank()
                ? ""
                : wording.text("page.hash", hash.substring(0, Math.min(SHORT_HASH, hash.length())));
    }
}
