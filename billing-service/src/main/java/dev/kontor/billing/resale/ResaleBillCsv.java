package dev.kontor.billing.resale;

import dev.kontor.platform.web.Csv;
import dev.kontor.platform.web.CsvForm;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A customer's bill, one row a line. */
final class ResaleBillCsv {

    private static final List<String> HEADER = List.of(
            "month",
            "customerId",
            "customerName",
            "externalId",
            "product",
            "productName",
            "quantity",
            "unitPrice",
            "amount",
            "currency",
            "correctsMonth");

    private ResaleBillCsv() {}

    static String of(ResaleBillView bill, CsvForm form) {
        return Csv.write(
                form, Stream.concat(Stream.of(HEADER), bill.lines().stream().map(line -> row(bill, line))));
    }

    private static List<Object> row(ResaleBillView bill, ResaleBillView.LineView line) {
        return Arrays.asList(
                bill.month(),
                bill.customerId(),
                bill.customerName(),
                bill.externalId(),
                line.product(),
                line.productName(),
                new BigDecimal(line.quantity()),
                line.unitPrice() == null ? null : new BigDecimal(line.unitPrice()),
                new BigDecimal(line.amount().amount()),
                bill.currency(),
                line.correctsMonth());
    }
}
