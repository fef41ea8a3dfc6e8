package dev.kontor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, sections 12.4.2, 12.5.1 and 12.5.4. */
class AcceptanceTest {

    private static final List<String> OFFERED = List.of("application/json", "text/csv", "application/pdf");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|application/json text/csv application/pdf",
                "*|application/json text/csv application/pdf",
                "''|application/json text/csv application/pdf",
                "application/*|application/json application/pdf",
                "text/csv, */*|text/csv application/json application/pdf",
                "*/*;q=0.1, text/csv;q=0.1|text/csv application/json application/pdf",
                "application/pdf;q=0.5, text/csv;q=0.7|text/csv application/pdf",
                "application/json;q=0, */*|text/csv application/pdf",
                "application/json;q=0.000, application/*;q=1.000|application/pdf",
                "APPLICATION/JSON; charset=utf-8|application/json",
                "text/csv;header=present;q=.5, application/pdf;q=1.|application/pdf text/csv",
                "text/x;a=\"b,application/json\", application/pdf|application/pdf",
                "garbage, application/json|application/json",
            })
    void theBestIsFirstAndTheUnacceptableIsMissing(String accept, String expected) {
        assertThat(Acceptance.of(List.of(accept)).among(OFFERED)).containsExactly(expected.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "json",
                "/",
                ";",
                ",",
                "*/json",
                "a/b/c",
                "*/*;q=0",
                "application/json;q=x",
                "application/json;q=2",
                "application/json;q=-1",
                "text/html",
                "application/problem+json",
                "\"application/json",
                "application/json text/csv"
            })
    void whoAsksForNothingThatThereIsIsToldWhatThereIs(String accept) {
        assertThatThrownBy(() -> Acceptance.of(List.of(accept)).best(OFFERED))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("not-acceptable");
                    assertThat(problem.members()).containsEntry("mediaTypes", OFFERED);
                });
    }

    @Test
    void severalLinesAreOne() {
        assertThat(Acceptance.of(List.of("text/csv;q=0.1", "application/pdf")).best(OFFERED))
                .isEqualTo("application/pdf");
        assertThat(Acceptance.of(List.of()).best(OFFERED)).isEqualTo("application/json");
        assertThat(Acceptance.of(List.of("a/b,".repeat(5_000))).among(OFFERED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-|en|''",
                "-,de|de|de",
                "--,de-AT;q=0.3,en;q=0.2|de|de-AT;q=0.3,en;q=0.2",
                "de;q=x, fr|en|fr",
                "fr;q=1, de;q=0.5|de|fr;q=1,de;q=0.5",
                "en;q=0.1, de;q=0.9|de|en;q=0.1,de;q=0.9",
                "*-|en|''",
                ",,|en|''",
                "*|en|*",
            })
    void ofLanguagesWhatCanBeReadCounts(String header, String best, String readable) {
        var ours = List.of(Locale.ENGLISH, Locale.GERMAN);

        assertThat(Languages.best(header, ours).getLanguage()).isEqualTo(best);
        assertThat(Languages.readable(header)).isEqualTo(readable);
    }
}
