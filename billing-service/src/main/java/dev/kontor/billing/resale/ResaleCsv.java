package dev.kontor.billing.resale;

import dev.kontor.platform.web.Csv;
import dev.kontor.platform.web.CsvForm;
import dev.kontor.platform.web.Decimals;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a partner's customers are charged, one row a line. */
final class ResaleCsv {

    private static final List<String> HEADER = List.of(
            "month",
            "customerId",
            "customerName",
            "externalId",
            "product",
            "quantity",
            "cost",
            "price",
            "margin",
            "currency",
            "correctsMonth",
            "periodStart",
            "periodEnd");

    private ResaleCsv() {}

    static String of(ResaleMonth month, CsvForm form) {
        return Csv.write(
                form, Stream.concat(Stream.of(HEADER), month.lines().stream().map(line -> row(month, line))));
    }

    private static List<Object> row(ResaleMonth month, ResaleLine line) {
        var period = line.correctsMonth() == null ? month.month() : line.correctsMonth();
        return Arrays.asList(
                month.month(),
                line.customerId(),
                month.names().get(line.customerId()),
                month.externalIds().get(line.customerId()),
                line.product(),
                Decimals.plain(line.quantity().shown()),
                line.cost(),
                line.sold(),
                line.margin(),
                month.currency(),
                line.correctsMonth(),
                period.atDay(1),
                period.atEndOfMonth());
    }
}
