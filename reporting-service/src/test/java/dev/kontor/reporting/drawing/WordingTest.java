package dev.kontor.reporting.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class WordingTest {

    private final Wording english = Wording.of(Locale.ENGLISH);
    private final Wording german = Wording.of(Locale.GERMANY);

    @Test
    void numbersFollowTheLanguage() {
        assertThat(english.number(new BigDecimal("1234567.5"))).isEqualTo("1,234,567.5");
        assertThat(german.number(new BigDecimal("1234567.5"))).isEqualTo("1.234.567,5");
        assertThat(german.fixed(new BigDecimal("-3.1"), 2)).isEqualTo("–3,10");
        assertThat(german.money(new BigDecimal("12.3"), "EUR", 2)).isEqualTo("12,30\u00A0EUR");
    }

    @Test
    void everySignOfANumberIsInTheTypeface() {
        for (var wording : List.of(english, german)) {
            assertThat(List.of(
                            wording.fixed(new BigDecimal("-1234567.89"), 2),
                            wording.number(new BigDecimal("-0.5")),
                            wording.money(new BigDecimal("-12.3"), "EUR", 2),
                            wording.compact(new BigDecimal("-98765432109")),
                            wording.percent(BigDecimal.ONE, new BigDecimal("3")),
                            wording.percent(BigDecimal.ONE, BigDecimal.ZERO)))
                    .allMatch(Face::sets);
        }
    }

    @Test
    void hugeNumbersHaveAShortForm() {
        assertThat(english.compact(new BigDecimal("987"))).isEqualTo("987");
        assertThat(english.compact(new BigDecimal("123456789"))).isEqualTo("123.5\u00A0M");
        assertThat(german.compact(new BigDecimal("98765432109"))).isEqualTo("98,8\u00A0Mrd.");
    }

    @Test
    void aShareIsNeverRoundedToNothingOrAll() {
        assertThat(english.percent(new BigDecimal("1"), new BigDecimal("3"))).isEqualTo("33\u2009%");
        assertThat(english.percent(new BigDecimal("1"), new BigDecimal("1000000000")))
                .isEqualTo("<\u20091\u2009%");
        assertThat(german.percent(new BigDecimal("123456789012345"), new BigDecimal("123456789012346")))
                .isEqualTo(">\u200999\u202F%");
        assertThat(english.percent(BigDecimal.ZERO, BigDecimal.ZERO)).isEqualTo("–");
    }

    @Test
    void datesFollowTheLanguage() {
        var time = Instant.parse("2026-11-02T14:05:59Z");
        assertThat(english.time(time)).isEqualTo("2 November 2026, 14:05 UTC");
        assertThat(german.time(time)).isEqualTo("2. November 2026, 14:05 Uhr (UTC)");
        assertThat(german.mediumDate(LocalDate.of(2026, 3, 7))).isEqualTo("07.03.2026");
        assertThat(german.month(YearMonth.of(2026, 3))).isEqualTo("März 2026");
    }

    @Test
    void aLabelWithoutATextIsShownAsItIs() {
        assertThat(german.label("at-risk")).isEqualTo("Gefährdet");
        assertThat(german.label("Unsere Filialen")).isEqualTo("Unsere Filialen");
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(ResourceBundle.getBundle("texts.reporting", Locale.GERMAN).keySet())
                .isEqualTo(ResourceBundle.getBundle("texts.reporting", Locale.ENGLISH)
                        .keySet());
    }
}
