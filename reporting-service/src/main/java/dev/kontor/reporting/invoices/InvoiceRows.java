package dev.kontor.reporting.invoices;

import dev.kontor.reporting.invoices.Invoice.Line;
import dev.kontor.reporting.pages.PageBreaks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Breaks an invoice's lines into pages: no customer's name alone below, no page for the sums alone, none for one line. */
final class InvoiceRows {

    static final double TABLE_HEAD = 20;

    private InvoiceRows() {}

    /**
     * Each page's rows; the last page has room for what stands below them.
     *
     * @param below the height of the sums
     */
    static List<List<InvoiceRow>> pages(List<Line> lines, double firstHeight, double nextHeight, double below) {
        return PageBreaks.of(
                        lines.size(),
                        (first, at) -> height(lines, first, at),
                        firstHeight - TABLE_HEAD,
                        nextHeight - TABLE_HEAD,
                        below)
                .stream()
                .map(page -> rows(lines, page.from(), page.until()))
                .toList();
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
