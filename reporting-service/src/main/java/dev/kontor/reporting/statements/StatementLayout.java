package dev.kontor.reporting.statements;

import dev.kontor.reporting.statements.Statement.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Breaks a statement's lines into pages: grouped by customer, sums carried, no customer's name left alone below. */
final class StatementLayout {
    static final double TABLE_HEAD = 20;

    private final double nextHeight;
    private final List<List<StatementRow>> pages = new ArrayList<>();
    private List<StatementRow> page = new ArrayList<>();
    private double left;
    private BigDecimal sum = BigDecimal.ZERO;

    private StatementLayout(double firstHeight, double nextHeight) {
        this.nextHeight = nextHeight - TABLE_HEAD;
        this.left = firstHeight - TABLE_HEAD;
        pages.add(page);
    }

    static List<List<StatementRow>> pages(List<Line> lines, double firstHeight, double nextHeight) {
        var layout = new StatementLayout(firstHeight, nextHeight);
        var start = 0;
        while (start < lines.size()) {
            var end = start + 1;
            while (end < lines.size()
                    && Objects.equals(
                            lines.get(start).customerId(), lines.get(end).customerId())) {
                end++;
            }
            layout.customer(lines.subList(start, end));
            start = end;
        }
        layout.room(new StatementRow.Total(layout.sum).height(), null);
        layout.put(new StatementRow.Total(layout.sum));
        return layout.pages;
    }

    private void customer(List<Line> lines) {
        var name = lines.get(0).customerName() == null
                ? String.valueOf(lines.get(0).customerId())
                : lines.get(0).customerName();
        StatementRow head = new StatementRow.Customer(name, false);
        var before = sum;
        room(head.height() + new StatementRow.Item(lines.get(0)).height(), null);
        put(head);
        for (var i = 0; i < lines.size(); i++) {
            StatementRow item = new StatementRow.Item(lines.get(i));
            StatementRow total = new StatementRow.CustomerTotal(name, sum.subtract(before));
            var last = i == lines.size() - 1 && i > 0;
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
        put(carried);
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
