package dev.kontor.reporting.statements;

import dev.kontor.reporting.statements.Statement.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Breaks a statement's lines into pages: grouped by customer, sums carried, no customer's name left alone below, and no line or
 * total alone on the last page.
 */
final class StatementLayout {
    static final double TABLE_HEAD = 20;

    /** So many lines stand at least above the total, where there are as many. */
    private static final int FEWEST_LAST = 3;

    private static final int NOWHERE = -1;

    private final double nextHeight;
    private final List<List<StatementRow>> pages = new ArrayList<>();
    private List<StatementRow> page = new ArrayList<>();
    private double left;
    private BigDecimal sum = BigDecimal.ZERO;

    private final int lastPageFrom;
    private int line;

    /** A page begins with the line of that index in any case. */
    private StatementLayout(double firstHeight, double nextHeight, int lastPageFrom) {
        this.lastPageFrom = lastPageFrom;
        this.nextHeight = nextHeight - TABLE_HEAD;
        this.left = firstHeight - TABLE_HEAD;
        pages.add(page);
    }

    static List<List<StatementRow>> pages(List<Line> lines, double firstHeight, double nextHeight) {
        var pages = new StatementLayout(firstHeight, nextHeight, NOWHERE).of(lines);
        var last = pages.get(pages.size() - 1).stream()
                .filter(StatementRow.Item.class::isInstance)
                .count();
        var from = lines.size() - FEWEST_LAST;
        return pages.size() > 1 && last < FEWEST_LAST && from > 0
                ? new StatementLayout(firstHeight, nextHeight, from).of(lines)
                : pages;
    }

    private List<List<StatementRow>> of(List<Line> lines) {
        var start = 0;
        while (start < lines.size()) {
            var end = start + 1;
            while (end < lines.size()
                    && Objects.equals(
                            lines.get(start).customerId(), lines.get(end).customerId())) {
                end++;
            }
            customer(lines.subList(start, end));
            start = end;
        }
        room(new StatementRow.Total(sum).height(), null);
        put(new StatementRow.Total(sum));
        return pages;
    }

    private void customer(List<Line> lines) {
        var name = lines.get(0).customerName() == null
                ? String.valueOf(lines.get(0).customerId())
                : lines.get(0).customerName();
        StatementRow head = new StatementRow.Customer(name, false);
        var before = sum;
        if (line == lastPageFrom) {
            turn(null);
        }
        room(head.height() + new StatementRow.Item(lines.get(0)).height(), null);
        put(head);
        for (var i = 0; i < lines.size(); i++) {
            StatementRow item = new StatementRow.Item(lines.get(i));
            StatementRow total = new StatementRow.CustomerTotal(name, sum.subtract(before));
            var last = i == lines.size() - 1 && i > 0;
            if (line == lastPageFrom && i > 0) {
                turn(name);
            }
            line++;
            room(item.height() + (last ? total.height() : 0), name);
            put(item);
            sum = sum.add(lines.get(i).amount().amount());
        }
        if (lines.size() > 1) {
            put(new StatementRow.CustomerTotal(name, sum.subtract(before)));
        }
    }

    /** Begins a new page where the height, and below it the carried sum, no longer fit. */
    private void room(double height, String customer) {
        StatementRow carried = new StatementRow.CarriedForward(sum);
        if (left >= height + carried.height() || page.isEmpty()) {
            return;
        }
        turn(customer);
    }

    private void turn(String customer) {
        put(new StatementRow.CarriedForward(sum));
        page = new ArrayList<>();
        pages.add(page);
        left = nextHeight;
        put(new StatementRow.BroughtForward(sum));
        if (customer != null) {
            put(new StatementRow.Customer(customer, true));
        }
    }

    private void put(StatementRow row) {
        page.add(row);
        left -= row.height();
    }
}
