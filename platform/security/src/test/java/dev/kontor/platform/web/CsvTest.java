package dev.kontor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in and out (api.md, "CSV"). */
class CsvTest {

    private static final CsvForm PLAIN = CsvForm.of(null, null);
    private static final CsvForm GERMAN = CsvForm.of("de-AT, en;q=0.5", null);

    @Property
    void whatIsWrittenIsReadBackInEveryForm(
            @ForAll @Size(max = 5)
                    List<
                                    @NotEmpty @Size(min = 2, max = 4) List<
                                            @CharRange(from = 'a', to = 'z') @CharRange(from = '"', to = '"')
                                            @CharRange(from = ',', to = ',') @CharRange(from = ';', to = ';')
                                            @CharRange(from = '\n', to = '\n') String>>
                            table) {
        for (var form : List.of(PLAIN, GERMAN, CsvForm.of("de", "tab"))) {
            var rows = table.stream()
                    .map(row -> Stream.concat(Stream.of("a"), row.stream()).toList())
                    .toList();
            var text = Csv.write(form, Stream.concat(Stream.of(List.of("a", "b", "c")), rows.stream()));

            assertThat(read(text).stream().skip(1)).isEqualTo(rows);
        }
    }

    @Test
    void programsGetCommasAndPointsWhateverThePartnersLanguage() {
        assertThat(Csv.write(PLAIN, row("a", new BigDecimal("-1.50"), LocalDate.of(2026, 12, 1), null, 7)))
                .isEqualTo("\ufeffa,-1.50,2026-12-01,,7\r\n");
    }

    @Test
    void whoAsksInGermanGetsSemicolonsAndDecimalCommas() {
        assertThat(Csv.write(GERMAN, row("a,b", new BigDecimal("1.50")))).isEqualTo("\ufeff\"a,b\";1,50\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"de|,|1.5", "de|comma|1.5", "de|tab|1,5", "en|;|1.5", "en|semicolon|1.5", "|tab|1.5"})
    void theSeparatorThatIsNamedDecides(String language, String separator, String number) {
        var form = CsvForm.of(language, separator);

        assertThat(Csv.write(form, row("a", new BigDecimal("1.5"))))
                .isEqualTo("\ufeffa" + form.separator() + number + "\r\n");
    }

    @Test
    void anotherSeparatorIsRefused() {
        assertThatThrownBy(() -> CsvForm.of(null, "|")).isInstanceOf(Problem.class);
    }

    /** Where the list separator is a semicolon, a quote in the middle of a field quotes nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=HYPERLINK(1) | '=HYPERLINK(1)",
                "@SUM | '@SUM",
                "x;=1+1;y | x;'=1+1;y",
                "x,@SUM(A1) | x,'@SUM(A1)",
                "x; =1+1 | x;' =1+1",
                "x;\"=1+1 | x;'\"=1+1",
                "\"\"=1+1 | '\"\"=1+1",
                "＝1+1 | '＝1+1",
                "﹦1+1 | '﹦1+1",
                "a;＋1,－2;＠b | a;'＋1,'－2;'＠b",
                "Müller - Söhne; Köln | Müller - Söhne; Köln",
                "a=b+c | a=b+c"
            })
    void noTextIsAFormulaWhereverASpreadsheetPartsIt(String text, String harmless) {
        for (var form : List.of(PLAIN, GERMAN)) {
            assertThat(read(Csv.write(form, row("head", text)))).containsExactly(List.of("head", harmless));
        }
        assertThat(Csv.write(PLAIN, row("\t=1", "\r=1"))).isEqualTo("\ufeff\"'\t'=1\",\"'\r'=1\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer;product;\"Preis, netto\"\nC-17;x;\"1,5\"\n",
                "\ufeffcustomer;product;\"Preis, netto\"\r\nC-17;x;1,5",
                "sep=;\r\ncustomer;product;\"Preis, netto\"\r\nC-17;x;1,5",
                "\ufeffSEP=;\ncustomer;product;\"Preis, netto\"\n;;\n\nC-17;x;1,5",
                "customer,product,\"Preis, netto\"\rC-17,x,\"1,5\"",
                "customer\tproduct\tPreis, netto\nC-17\tx\t1,5",
                "sep=\t\ncustomer\tproduct\tPreis, netto\nC-17\tx\t1,5",
                "sep=|\ncustomer|product|Preis, netto\nC-17|x|1,5"
            })
    void whatPartsFieldsIsCountedOutsideQuotes(String text) {
        assertThat(read(text))
                .containsExactly(List.of("customer", "product", "Preis, netto"), List.of("C-17", "x", "1,5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "iso-8859-15", "UTF-8", "utf-16", "UTF-16LE", "ibm850"})
    void theDeclaredCharsetCounts(String charset) {
        var bytes = "customer;note\nMüller & Söhne;ü".getBytes(Charset.forName(charset));

        assertThat(rows(CsvReader.of(new ByteArrayInputStream(bytes), charset)).get(1))
                .containsExactly("Müller & Söhne", "ü");
    }

    @Test
    void withoutAWordItIsUtf8OrWhatAMarkSays() {
        var utf16 = "\ufeffcustomer\tnote\nMüller\tü".getBytes(StandardCharsets.UTF_16LE);
        assertThat(rows(CsvReader.of(new ByteArrayInputStream(utf16), null)).get(1))
                .containsExactly("Müller", "ü");

        var latin = new ByteArrayInputStream("customer;note\nMüller;ü".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> rows(CsvReader.of(latin, null))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors().get(0).code()).isEqualTo("not-in-charset");
        });
        assertThatThrownBy(() -> CsvReader.of(new ByteArrayInputStream(new byte[0]), "no-such-charset"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(415));
    }

    @Test
    void anOpenQuoteIsNoTable() {
        assertThatThrownBy(() -> read("a,\"b")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> read("a,\"b\"c")).isInstanceOf(Problem.class);
    }

    @Test
    void aTableOfNothingHasNoRows() {
        assertThat(read("")).isEmpty();
        assertThat(read("\ufeff\r\n ;\n")).isEmpty();
        assertThat(read("sep=;")).isEmpty();
    }

    private static Stream<List<?>> row(Object... values) {
        return Stream.of(Arrays.asList(values));
    }

    private static List<List<String>> read(String text) {
        return rows(CsvReader.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null));
    }

    private static List<List<String>> rows(CsvReader table) {
        var rows = new ArrayList<List<String>>();
        for (var row = table.next(); row != null; row = table.next()) {
            rows.add(row);
        }
        return rows;
    }
}
