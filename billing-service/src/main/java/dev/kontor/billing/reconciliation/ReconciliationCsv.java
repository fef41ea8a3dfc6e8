package dev.kontor.billing.reconciliation;

import dev.kontor.billing.reconciliation.Columns.Field;
import dev.kontor.billing.reconciliation.Finding.Reason;
import dev.kontor.platform.web.Csv;
import dev.kontor.platform.web.CsvForm;
import dev.kontor.platform.web.CsvReader;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reconciliations as spreadsheets and PSA tools write and read them. */
final class ReconciliationCsv {

    private static final List<String> HEADER = List.of(
            "kind",
            "row",
            "customer",
            "customerId",
            "externalId",
            "customerName",
            "product",
            "expectedQuantity",
            "quantity",
            "delta",
            "expectedAmount",
            "amount",
            "amountDelta",
            "reason");

    private static final int LONGEST = 200;

    private final CsvReader table;
    private final Columns columns;

    /**
     * A table whose first row names its columns, in any order.
     *
     * @throws Problem 400 where it names no customer, product or quantity, saying where it was found instead
     */
    ReconciliationCsv(InputStream body, String charset) {
        table = CsvReader.of(body, charset);
        var header = table.next();
        columns = Columns.of(header == null ? List.of() : header);
        var lacking = columns.lacking();
        if (!lacking.isEmpty()) {
            throw Problems.invalid(headerBelow()
                    .map(line -> new InputError[] {InputError.pointer("", "header-not-first", line)})
                    .orElseGet(() -> lacking.stream()
                            .map(field -> InputError.pointer("/" + field.label(), "column-missing", field.label()))
                            .toArray(InputError[]::new)));
        }
    }

    /** Reports have a title above their table: the line in which the header stands, from 1. */
    private Optional<Integer> headerBelow() {
        var lines = table.beginning();
        return Stream.iterate(1, line -> line < lines.size(), line -> line + 1)
                .filter(line ->
                        Columns.of(CsvReader.fields(lines.get(line))).lacking().isEmpty())
                .map(line -> line + 1)
                .findFirst();
    }

    /** Adds every row as it comes. One that can't be used never blocks the rest. */
    void addTo(Comparison comparison) {
        for (var row = table.next(); row != null; row = table.next()) {
            add(row, comparison);
        }
    }

    private void add(List<String> row, Comparison comparison) {
        var customer =
                columns.value(row, Field.CUSTOMER).map(ReconciliationCsv::shown).orElse(null);
        var product =
                columns.value(row, Field.PRODUCT).map(ReconciliationCsv::shown).orElse(null);
        try {
            var quantity = number(row, Field.QUANTITY);
            var amount = number(row, Field.AMOUNT);
            if (customer == null || product == null || quantity == null) {
                comparison.passOver(
                        customer,
                        product,
                        customer == null
                                ? Reason.CUSTOMER_MISSING
                                : product == null ? Reason.PRODUCT_MISSING : Reason.QUANTITY_MISSING);
            } else {
                comparison.add(new Reconcile.Row(customer, product, quantity, amount));
            }
        } catch (TypedNumber.NoNumber e) {
            comparison.passOver(customer, product, e.reason());
        }
    }

    private BigDecimal number(List<String> row, Field field) throws TypedNumber.NoNumber {
        var typed = columns.value(row, field);
        return typed.isEmpty() ? null : TypedNumber.read(typed.get());
    }

    /** As much of it as any customer's or product's name has; what is longer is neither, and told again. */
    private static String shown(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…";
    }

    static String write(ReconciliationView view, CsvForm form) {
        return Csv.write(
                form, Stream.concat(Stream.of(HEADER), view.findings().stream().map(ReconciliationCsv::row)));
    }

    private static List<Object> row(ReconciliationView.FindingView finding) {
        return Arrays.asList(
                finding.kind().text(),
                finding.row(),
                finding.customer(),
                finding.customerId(),
                finding.externalId(),
                finding.customerName(),
                finding.product(),
                decimal(finding.expectedQuantity()),
                decimal(finding.quantity()),
                decimal(finding.delta()),
                decimal(finding.expectedAmount()),
                decimal(finding.amount()),
                decimal(finding.amountDelta()),
                finding.reason());
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
