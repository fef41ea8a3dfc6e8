package dev.kontor.billing.taxrates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.platform.web.InputError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 33: which rate holds on which day. */
class TaxRatesTest {

    private static final TaxRates GERMAN = new TaxRates(
            1, List.of(rate("DE", "16", "2020-07-01"), rate("DE", "19", "2007-01-01"), rate("DE", "19", "2021-01-01")));

    @Test
    void theLastRateThatHasBegunHolds() {
        assertThat(on("2020-06-30")).isEqualByComparingTo("19");
        assertThat(on("2020-07-01")).isEqualByComparingTo("16");
        assertThat(on("2020-12-31")).isEqualByComparingTo("16");
        assertThat(on("2021-01-01")).isEqualByComparingTo("19");
    }

    @Test
    void beforeTheFirstAndInOtherCountriesThereIsNone() {
        assertThat(GERMAN.rate("DE", TaxCategory.S, LocalDate.parse("2006-12-31")))
                .isEmpty();
        assertThat(GERMAN.rate("AT", TaxCategory.S, LocalDate.parse("2026-12-31")))
                .isEmpty();
    }

    @Test
    void aListIsKeptInOrderAndInPlainDigits() {
        var next = GERMAN.next(List.of(rate("FR", "2E1", "2014-01-01"), rate("AT", "20.00", "1984-01-01")));

        assertThat(next.version()).isEqualTo(2);
        assertThat(next.rates()).extracting(TaxRate::country).containsExactly("AT", "FR");
        assertThat(next.rates()).extracting(its -> its.rate().toString()).containsExactly("20", "20");
    }

    @Test
    void twoRatesFromOneDayAreRefusedAndSoIsATaxWhereNoneIsOwed() {
        var wanted = List.of(
                rate("DE", "19", "2007-01-01"),
                rate("DE", "7", "2007-01-01"),
                new TaxRate("DE", TaxCategory.AE, BigDecimal.ONE, LocalDate.parse("2007-01-01")));

        assertThat(TaxRates.violations(wanted))
                .extracting(InputError::pointer, InputError::code)
                .containsExactly(tuple("/1/from", "rate-twice"), tuple("/2/rate", "no-tax-in-category"));
    }

    private static BigDecimal on(String day) {
        return GERMAN.rate("DE", TaxCategory.S, LocalDate.parse(day)).orElseThrow();
    }

    private static TaxRate rate(String country, String rate, String from) {
        return new TaxRate(country, TaxCategory.S, new BigDecimal(rate), LocalDate.parse(from));
    }
}
