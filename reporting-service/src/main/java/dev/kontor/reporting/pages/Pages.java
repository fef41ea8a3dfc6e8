package dev.kontor.reporting.pages;

import dev.kontor.reporting.drawing.Drawing;
import dev.kontor.reporting.drawing.Wording;
import java.math.BigDecimal;
import java.util.List;

/** A letterhead, contents on as many pages as they fill, and footers that number them. */
public final class Pages {
    private final PdfBook.Imprint imprint;
    private final Letterhead letterhead;
    private final Wording wording;
    private final String left;
    private final String middle;

    /** What one page holds, drawn from the top left corner of the room below its head. */
    public interface Content {
        void on(Sheet sheet);
    }

    /** Room for drawings below a page's head. */
    public interface Sheet {
        void put(double x, double y, Drawing drawing);
    }

    /** The footers carry the left and the middle text, and the page's number on the right. */
    public Pages(PdfBook.Imprint imprint, Letterhead letterhead, Wording wording, String left, String middle) {
        this.imprint = imprint;
        this.letterhead = letterhead;
        this.wording = wording;
        this.left = left;
        this.middle = middle;
    }

    /** Room for content on the first page, in points. */
    public double firstHeight() {
        return Paper.HEIGHT - Paper.FOOTER - letterhead.firstTop();
    }

    /** Room for content on every later page. */
    public double nextHeight() {
        return Paper.HEIGHT - Paper.FOOTER - letterhead.nextTop();
    }

    public byte[] write(List<? extends Content> pages) {
        return write(new PdfBook(imprint), pages, Paper.HEIGHT);
    }

    /** The same with a file in it. */
    public byte[] write(List<? extends Content> pages, Attachment attachment) {
        return write(new PdfBook(imprint, attachment), pages, Paper.HEIGHT);
    }

    /** One page as long as its content. */
    public byte[] writeOneSheet(Content content, double contentHeight) {
        var height = letterhead.firstTop() + contentHeight + Paper.FOOTER;
        return write(new PdfBook(imprint, height), List.of(content), height);
    }

    private byte[] write(PdfBook book, List<? extends Content> pages, double height) {
        for (var i = 0; i < pages.size(); i++) {
            if (i == 0) {
                letterhead.first(book);
            } else {
                book.nextPage();
                letterhead.next(book);
            }
            var top = i == 0 ? letterhead.firstTop() : letterhead.nextTop();
            pages.get(i).on((x, y, drawing) -> book.put(Paper.MARGIN + x, top + y, drawing));
            letterhead.footer(book, height, left, middle, number(i + 1, pages.size()));
        }
        return book.bytes();
    }

    private String number(int page, int pages) {
        return wording.text(
                "page.footer", wording.number(BigDecimal.valueOf(page)), wording.number(BigDecimal.valueOf(pages)));
    }
}
