package dev.kontor.reporting.invoices;

import dev.kontor.reporting.invoices.Invoice.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Breaks an invoice's lines into pages: no customer's name alone below, no page for the sums alone, none for one line. */
final class InvoiceRows {

    static final double TABLE_HEAD = 20;

    /** So many lines stand at least above the sums, where there are as many. */
    private static final int FEWEST_LAST = 3;

    private InvoiceRows() {}

    /**
     * Each page's rows; the last page has room for what stands below them.
     *
     * @param below the height of the sums
     */
    static List<List<InvoiceRow>> pages(List<Line> lines, double firstHeight, double nextHeight, double below) {
        var pages = new ArrayList<List<InvoiceRow>>();
        var from = 0;
        while (true) {
            var room = (pages.isEmpty() ? firstHeight : nextHeight) - TABLE_HEAD;
            var until = from;
            while (until < lines.size() && height(lines, from, until) <= room) {
                room -= height(lines, from, until);
                until++;
            }
            if (until == lines.size() && below <= room) {
                pages.add(rows(lines, from, until));
                return pages;
            }
            // What comes last is not left alone: it takes some of the lines before it along.
            until = Math.min(until, Math.max(from + 1, lines.size() - FEWEST_LAST));
            pages.add(rows(lines, from, until));
            from = until;
        }
    }

    /** Of a line on the page that begins at another, with its customer's name where that stands above it. */
    private static double height(List<Line> lines, int first, int at) {
        var item = new InvoiceRow.Item(lines.get(at)).height();
        return at > first && sameCustomer(lines.get(at - 1), lines.get(at))
                ? item
                : item + new InvoiceRow.Customer("", false).height();
    }

    private static List<InvoiceRow> rows(List<Line> lines, int from, int until) {
        var rows = new ArrayList<InvoiceRow>();
        for (var i = from; i < until; i++) {
            var line = lines.get(i);
            var sameAsBefore = i > 0 && sameCustomer(lines.get(i - 1), line);
            if (i == from || !sameAsBefore) {
                rows.add(new InvoiceRow.Customer(name(line), sameAsBefore));
            }
            rows.add(new InvoiceRow.Item(line));
        }
        return rows;
    }

    private static boolean sameCustomer(Line one, Line other) {
        return Objects.equals(one.customerId(), other.customerId());
    }

    private static String name(Line line) {
        return line.customerName() == null ? String.valueOf(line.customerId()) : line.customerName();
    }
}
