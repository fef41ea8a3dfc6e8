package dev.kontor.billing.statements;

import dev.kontor.billing.rating.Parts;
import dev.kontor.platform.web.Csv;
import dev.kontor.platform.web.CsvForm;
import dev.kontor.platform.web.Decimals;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
            "periodEnd",
            "units",
            "flatFee",
            "minimum",
            "maximum");

    private StatementCsv() {}

    static String of(StatementContent content, Map<UUID, String> externalIds, CsvForm form) {
        return Csv.write(
                form,
                Stream.concat(
                        Stream.of(HEADER),
                        content.lines().stream().map(line -> row(content.statement(), line, externalIds))));
    }

    private static List<Object> row(Statement statement, StatementLine line, Map<UUID, String> externalIds) {
        var billed = line.billed();
        var period = billed.correctsMonth() == null ? statement.month() : billed.correctsMonth();
        return Arrays.asList(
                statement.number(),
                statement.month(),
                billed.customerId(),
                line.customerName(),
                externalIds.get(billed.customerId()),
                billed.product(),
                Decimals.plain(billed.ordered()),
                Decimals.plain(billed.actual()),
                Decimals.plain(billed.billable().shown()),
                billed.countMethod().text(),
                billed.asOf(),
                billed.band(),
                billed.unitPrice(),
                billed.amount(),
                statement.currency(),
                billed.correctsMonth(),
                period.atDay(1),
                period.atEndOfMonth(),
                part(billed.parts(), Parts::units),
                part(billed.parts(), Parts::flatFee),
                part(billed.parts(), Parts::minimum),
                part(billed.parts(), Parts::maximum));
    }

    /** Null where a month was billed before they were kept. */
    private static BigDecimal part(Parts parts, Function<Parts, BigDecimal> part) {
        return parts == null ? null : part.apply(parts);
    }
}
