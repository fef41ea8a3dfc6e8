package dev.kontor.reporting.statements;

import dev.kontor.reporting.pages.Paper;
import dev.kontor.reporting.statements.Statement.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns of a statement's table: those with nothing in them anywhere leave their room to the product. */
final class StatementColumns {

    /** What says how a quantity was counted. */
    static final double COUNT = 76;

    private final boolean counted;
    private final List<Column> numbers;

    /** A column of numbers, with its width in points. */
    enum Column {
        ORDERED(47, "statement.ordered"),
        ACTUAL(47, "statement.actual"),
        BILLABLE(47, "statement.billable"),
        PRICE(60, "statement.price"),
        AMOUNT(74, "statement.amount");

        private final double width;
        private final String head;

        Column(double width, String head) {
            this.width = width;
            this.head = head;
        }

        private boolean isIn(Line line) {
            return switch (this) {
                case ORDERED -> line.orderedQuantity() != null;
                case ACTUAL -> line.actualQuantity() != null;
                case BILLABLE -> line.billableQuantity() != null;
                case PRICE -> line.unitPrice() != null;
                case AMOUNT -> true;
            };
        }
    }

    private StatementColumns(boolean counted, List<Column> numbers) {
        this.counted = counted;
        this.numbers = numbers;
    }

    static StatementColumns of(List<Line> lines) {
        return new StatementColumns(
                lines.stream().anyMatch(line -> line.countMethod() != null),
                Arrays.stream(Column.values())
                        .filter(column ->
                                column == Column.AMOUNT || lines.stream().anyMatch(column::isIn))
                        .toList());
    }

    boolean counted() {
        return counted;
    }

    /** From left to right. */
    List<Column> numbers() {
        return numbers;
    }

    boolean shows(Column column) {
        return numbers.contains(column);
    }

    /** How many there are, with the product. */
    int size() {
        return numbers.size() + (counted ? 2 : 1);
    }

    /** The width of the first column, which has what the others leave. */
    double product() {
        return Paper.CONTENT
                - (counted ? COUNT : 0)
                - numbers.stream().mapToDouble(column -> column.width).sum();
    }

    double width(Column column) {
        return column.width;
    }

    /** Where a column of numbers ends; of one that is not shown, where it would. */
    double end(Column column) {
        var after = new ArrayList<>(numbers);
        after.removeIf(other -> other.compareTo(column) <= 0);
        return Paper.CONTENT - after.stream().mapToDouble(other -> other.width).sum();
    }

    /** A quantity that stands alone is just the quantity. */
    String head(Column column) {
        var alone = column == Column.BILLABLE && !shows(Column.ORDERED) && !shows(Column.ACTUAL);
        return alone ? "invoice.quantity" : column.head;
    }
}
