package dev.kontor.billing.statements;

import dev.kontor.platform.web.Decimals;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement's lines as CSV (RFC 4180), one row a line. */
final class StatementCsv {

    private static final List<String> HEADER = List.of(
            "statement",
            "month",
            "customerId",
            "customerName",
            "product",
            "orderedQuantity",
            "actualQuantity",
            "billableQuantity",
            "countMethod",
            "asOf",
            "band",
            "unitPrice",
            "amount",
            "currency",
            "correctsMonth");

    private StatementCsv() {}

    static String of(StatementContent content) {
        return Stream.concat(Stream.of(HEADER), content.lines().stream().map(line -> row(content.statement(), line)))
                .map(row -> row.stream().map(StatementCsv::field).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private static List<String> row(Statement statement, StatementLine line) {
        var billed = line.billed();
        return Stream.of(
                        statement.number(),
                        statement.month(),
                        billed.customerId(),
                        harmless(line.customerName()),
                        billed.product(),
                        Decimals.text(billed.ordered()),
                        Decimals.text(billed.actual()),
                        Decimals.text(billed.billable()),
                        billed.countMethod().text(),
                        billed.asOf(),
                        billed.band(),
                        billed.unitPrice().toPlainString(),
                        billed.amount().toPlainString(),
                        statement.currency(),
                        billed.correctsMonth())
                .map(value -> Objects.toString(value, ""))
                .toList();
    }

    /** A name that a spreadsheet would take for a formula. */
    private static String harmless(String name) {
        return !name.isEmpty() && "=+-@\t\r".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }

    private static String field(String value) {
        boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
