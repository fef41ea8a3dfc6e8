package dev.kontor.billing.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.billing.reconciliation.Finding.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in files people have (api.md, "CSV"). */
class TypedNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "7|7",
                "007|7",
                "1234|1234",
                "12,5|12.5",
                "12.5|12.5",
                "1,23|1.23",
                "1.2345|1.2345",
                "0,125|0.125",
                "0.125|0.125",
                "1234,567|1234.567",
                "1.234,56|1234.56",
                "1,234.56|1234.56",
                "1.234.567|1234567",
                "1,234,567|1234567",
                "1,234,567.891|1234567.891",
                "1.234,567|1234.567",
                "1 234|1234",
                "1\u00a0234,5|1234.5",
                "1\u202f234|1234",
                "1'234.50|1234.50",
                "1’234|1234",
                "-10|-10",
                "−10|-10",
                "–10|-10",
                "10-|-10",
                "(10)|-10",
                "+10|10",
                "- 10|-10",
                "€ 12,50|12.50",
                "12,50 €|12.50",
                "1e3|1000",
                "1.5E+2|150.0",
                "３４|34",
                "\u200e50|50",
                ".5|0.5",
                ",5|0.5"
            })
    void whatCanBeReadInOneWayIs(String typed, String number) throws TypedNumber.NoNumber {
        assertThat(TypedNumber.read(typed)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "1.234", "12,345", "999.999", "-1,234", "(1.234)", "1,234 €", "1,000", "100.000"})
    void whatCanBeReadInTwoIsRefused(String typed) {
        assertRefused(typed, Reason.AMBIGUOUS_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "many",
                "1,2,3",
                "1.234.56",
                "12.34,567.8",
                "1,23,456",
                "5.",
                "1 23",
                "--5",
                "0x10",
                "1/2",
                "NaN",
                "50 Stk"
            })
    void whatIsNoneIsNone(String typed) {
        assertRefused(typed, Reason.NOT_A_DECIMAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E99", "1e999999999", "1234567890123", "1.123456789"})
    void whatIsTooLongIsNotCalculatedWith(String typed) {
        assertRefused(typed, Reason.TOO_MANY_DIGITS);
    }

    private static void assertRefused(String typed, Reason reason) {
        assertThatThrownBy(() -> TypedNumber.read(typed))
                .isInstanceOfSatisfying(
                        TypedNumber.NoNumber.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
