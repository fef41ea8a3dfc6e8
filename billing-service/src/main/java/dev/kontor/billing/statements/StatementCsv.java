package dev.kontor.billing.statements;

import dev.kontor.platform.web.Csv;
import dev.kontor.platform.web.Decimals;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A statement's lines as PSA tools take them, one row a line: by external id, product, quantity, price and period. */
final class StatementCsv {

    private static final List<String> HEADER = List.of(
            "statement",
            "month",
            "customerId",
            "customerName",
            "externalId",
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
            "correctsMonth",
            "periodStart",
            "periodEnd");

    private StatementCsv() {}

    static String of(StatementContent content, Map<UUID, String> externalIds) {
        return Csv.write(Stream.concat(
                Stream.of(HEADER), content.lines().stream().map(line -> row(content.statement(), line, externalIds))));
    }

    private static List<Object> row(Statement statement, StatementLine line, Map<UUID, String> externalIds) {
        var billed = line.billed();
        var period = billed.correctsMonth() == null ? statement.month() : billed.correctsMonth();
        return Arrays.asList(
                statement.number(),
                statement.month(),
                billed.customerId(),
                Csv.harmless(line.customerName()),
                Csv.harmless(externalIds.get(billed.customerId())),
                Csv.harmless(billed.product()),
                Decimals.text(billed.ordered()),
                Decimals.text(billed.actual()),
                Decimals.text(billed.billable()),
                billed.countMethod().text(),
                billed.asOf(),
                billed.band(),
                billed.unitPrice().toPlainString(),
                billed.amount().toPlainString(),
                statement.currency(),
                billed.correctsMonth(),
                period.atDay(1),
                period.atEndOfMonth());
    }
}
