package dev.kontor.billing.reconciliation;

import dev.kontor.platform.web.Csv;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    private ReconciliationCsv() {}

    /**
     * Reads rows under a header with {@code customer}, {@code product}, {@code quantity} and maybe {@code amount}, in any
     * order; other columns are passed over, as an export has more.
     */
    static Reconcile read(String month, String text) {
        List<List<String>> table;
        try {
            table = Csv.read(text);
        } catch (Csv.MalformedCsv e) {
            throw Problems.invalid(InputError.pointer("", "malformed-csv"));
        }
        List<String> header = table.isEmpty()
                ? List.of()
                : table.get(0).stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
        InputError[] lacking = Stream.of("customer", "product", "quantity")
                .filter(name -> !header.contains(name))
                .map(name -> InputError.pointer("/" + name, "column-missing", name))
                .toArray(InputError[]::new);
        if (lacking.length > 0) {
            throw Problems.invalid(lacking);
        }
        List<InputError> wrong = new ArrayList<>();
        List<Reconcile.Row> rows = new ArrayList<>();
        for (List<String> line : table.subList(1, table.size())) {
            String at = "/rows/" + rows.size();
            rows.add(new Reconcile.Row(
                    value(line, header, "customer"),
                    value(line, header, "product"),
                    decimal(value(line, header, "quantity"), at + "/quantity", wrong),
                    decimal(value(line, header, "amount"), at + "/amount", wrong)));
        }
        if (!wrong.isEmpty()) {
            throw Problems.invalid(wrong.toArray(InputError[]::new));
        }
        return new Reconcile(month, rows);
    }

    /** Null for a field that is not there, or empty. */
    private static String value(List<String> line, List<String> header, String name) {
        var column = header.indexOf(name);
        var value = column < 0 || column >= line.size() ? "" : line.get(column).strip();
        return value.isEmpty() ? null : value;
    }

    /** Spreadsheets may write a comma for the decimal point; a thousands separator is not guessed at. */
    private static BigDecimal decimal(String text, String pointer, List<InputError> wrong) {
        if (text == null) {
            return null;
        }
        try {
            return new BigDecimal(text.indexOf('.') < 0 ? text.replace(',', '.') : text);
        } catch (NumberFormatException e) {
            wrong.add(InputError.pointer(pointer, "not-a-decimal"));
            return null;
        }
    }

    static String write(ReconciliationView view) {
        return Csv.write(
                Stream.concat(Stream.of(HEADER), view.findings().stream().map(ReconciliationCsv::row)));
    }

    private static List<Object> row(ReconciliationView.FindingView finding) {
        return Arrays.asList(
                finding.kind().text(),
                finding.row(),
                Csv.harmless(finding.customer()),
                finding.customerId(),
                Csv.harmless(finding.externalId()),
                Csv.harmless(finding.customerName()),
                Csv.harmless(finding.product()),
                finding.expectedQuantity(),
                finding.quantity(),
                finding.delta(),
                finding.expectedAmount(),
                finding.amount(),
                finding.amountDelta(),
                finding.reason());
    }
}
