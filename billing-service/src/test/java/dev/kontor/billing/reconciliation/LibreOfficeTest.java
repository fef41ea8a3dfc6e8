package dev.kontor.billing.reconciliation;

import static java.util.Comparator.nullsFirst;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.billing.reconciliation.Columns.Field;
import dev.kontor.platform.web.Csv;
import dev.kontor.platform.web.CsvForm;
import dev.kontor.platform.web.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables of ours that LibreOffice Calc 7.4 opened and saved again (api.md, "CSV"). {@code kontor-*.csv} are what it opened,
 * each in its language; every cell arrived as what it is, the formula as text. The others are byte by byte what it saved:
 * as text for Windows, as UTF-8 with every text quoted, as Unicode text with tabs, and in English.
 */
class LibreOfficeTest {

    private static final List<List<String>> ROWS = List.of(
            List.of("K-1", "Müller & Söhne", "endpoint-advanced", "12.5", "40.00"),
            List.of("K-2", "O’Brien; Sons, Ltd.", "server-advanced", "1234", "9872.00"),
            List.of("K-3", "Bäckerei \"Zur Post\"", "endpoint-advanced", "1234567.25", "3950615.20"),
            List.of("K-4", "'=2+3", "mail-basic", "3", "-1.50"),
            List.of("K-5", "Zwei\nZeilen GmbH", "mail-basic", "0.5", "0.05"));

    @ParameterizedTest
    @CsvSource({
        "kontor-de.csv,",
        "kontor-en.csv,",
        "de-windows-1252.csv, windows-1252",
        "de-utf-8-quoted.csv,",
        "de-unicode-text.csv,",
        "en-utf-8.csv, UTF-8"
    })
    void whatItSavesIsReadAsWhatWasWritten(String file, String charset) throws Exception {
        var table = CsvReader.of(LibreOfficeTest.class.getResourceAsStream("/libreoffice/" + file), charset);
        var header = table.next();
        var columns = Columns.of(header);
        var rows = new ArrayList<List<?>>();
        for (var row = table.next(); row != null; row = table.next()) {
            rows.add(List.of(
                    row.get(header.indexOf("externalId")),
                    row.get(header.indexOf("customerName")),
                    columns.value(row, Field.PRODUCT).orElseThrow(),
                    TypedNumber.read(columns.value(row, Field.QUANTITY).orElseThrow()),
                    TypedNumber.read(columns.value(row, Field.AMOUNT).orElseThrow())));
            assertThat(columns.value(row, Field.CUSTOMER)).contains(row.get(header.indexOf("customerId")));
        }

        assertThat(columns.lacking()).isEmpty();
        assertThat(rows)
                .usingRecursiveComparison()
                .withComparatorForType(nullsFirst(BigDecimal::compareTo), BigDecimal.class)
                .isEqualTo(ROWS.stream().map(LibreOfficeTest::typed).toList());
    }

    /** What was opened is what Kontor writes today. */
    @Test
    void whatItOpenedIsWhatKontorWrites() {
        assertThat(Csv.write(new CsvForm(';', ','), table())).isEqualTo(text("kontor-de.csv"));
        assertThat(Csv.write(new CsvForm(',', '.'), table())).isEqualTo(text("kontor-en.csv"));
    }

    private static Stream<List<?>> table() {
        var header = List.of(
                "statement",
                "month",
                "customerId",
                "customerName",
                "externalId",
                "product",
                "billableQuantity",
                "asOf",
                "amount",
                "currency");
        var ids = List.of("0b7f", "1c8f", "2d9f", "3e0f", "4f1f");
        return Stream.concat(
                Stream.of(header),
                Stream.iterate(0, i -> i < ROWS.size(), i -> i + 1).map(i -> {
                    var row = typed(ROWS.get(i));
                    var disarmed = i == 3;
                    return Arrays.asList(
                            "S-7-2026-12",
                            "2026-12",
                            ids.get(i) + "3c52-6d5e-4a0e-9a39-2f6c1d0a7e1" + (i + 1),
                            disarmed ? "=2+3" : row.get(1),
                            row.get(0),
                            row.get(2),
                            row.get(3),
                            disarmed ? null : "2026-12-31",
                            row.get(4),
                            "EUR");
                }));
    }

    private static List<?> typed(List<String> row) {
        return List.of(row.get(0), row.get(1), row.get(2), new BigDecimal(row.get(3)), new BigDecimal(row.get(4)));
    }

    private static String text(String file) {
        try (var in = LibreOfficeTest.class.getResourceAsStream("/libreoffice/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
