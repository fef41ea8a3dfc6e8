package dev.kontor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    @Property
    void whatIsWrittenIsReadBack(@ForAll @Size(max = 5) List<@NotEmpty @Size(min = 2, max = 4) List<String>> table)
            throws Csv.MalformedCsv {
        String text = Csv.write(table.stream()
                .map(row -> Stream.concat(Stream.of("a"), row.stream()).toList()));

        assertThat(Csv.read("a,b\r\n" + text).stream().skip(1))
                .isEqualTo(table.stream()
                        .map(row -> Stream.concat(Stream.of("a"), row.stream()).toList())
                        .toList());
    }

    @Test
    void semicolonsPartFieldsWhereTheHeaderHasNoComma() throws Csv.MalformedCsv {
        assertThat(Csv.read("\ufeffcustomer;quantity\nC-17;\"12,5\"\n\n"))
                .containsExactly(List.of("customer", "quantity"), List.of("C-17", "12,5"));
    }

    @Test
    void anOpenQuoteIsNoTable() {
        assertThatThrownBy(() -> Csv.read("a,\"b")).isInstanceOf(Csv.MalformedCsv.class);
        assertThatThrownBy(() -> Csv.read("a,\"b\"c")).isInstanceOf(Csv.MalformedCsv.class);
    }

    @Test
    void whatASpreadsheetWouldExecuteIsPlainText() {
        assertThat(Csv.harmless("=HYPERLINK(\"x\")")).isEqualTo("'=HYPERLINK(\"x\")");
        assertThat(Csv.harmless("@SUM")).startsWith("'");
        assertThat(Csv.harmless("Bäckerei")).isEqualTo("Bäckerei");
    }

    /** Where the list separator is a semicolon, a quote in the middle of a field quotes nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "x;=1+1;y | x;'=1+1;y",
                "x,@SUM(A1) | x,'@SUM(A1)",
                "x; =1+1 | x;' =1+1",
                "＝1+1 | '＝1+1",
                "a;＋1,－2;＠b | a;'＋1,'－2;'＠b",
                "Müller - Söhne; Köln | Müller - Söhne; Köln",
                "a=b+c | a=b+c"
            })
    void soIsWhatItWouldExecuteBehindASeparator(String text, String harmless) {
        assertThat(Csv.harmless(text)).isEqualTo(harmless);
    }

    @Test
    void everySeparatorIsQuoted() {
        assertThat(Csv.write(Stream.of(List.of("a;b", "c\td", "e f")))).isEqualTo("\"a;b\",\"c\td\",e f\r\n");
    }
}
