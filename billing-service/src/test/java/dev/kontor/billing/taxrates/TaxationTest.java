package dev.kontor.billing.taxrates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules 32 and 33: tax by rate, taken of the sum and rounded once. */
class TaxationTest {

    private static final TaxTreatment STANDARD = new TaxTreatment(TaxCategory.S, null);
    private static final TaxRates GERMAN =
            new TaxRates(1, List.of(rate("19", "2007-01-01"), rate("16", "2020-07-01"), rate("19", "2021-01-01")));

    @Test
    void taxIsRoundedOnceHalfUp() {
        assertThat(tax("0.02", 2)).isEqualByComparingTo("0.00");
        assertThat(tax("0.03", 2)).isEqualByComparingTo("0.01");
        // 0.19 × 50.50 is 9.595: half a cent is rounded up.
        assertThat(tax("50.50", 2)).isEqualTo(new BigDecimal("9.60"));
        assertThat(tax("50", 0)).isEqualTo(new BigDecimal("10"));
    }

    @Test
    void monthsOfOneRateAreOneSumAndEachRateIsOneTax() {
        var taxation = Taxation.of(
                        STANDARD,
                        "DE",
                        GERMAN,
                        Map.of(
                                YearMonth.of(2020, 6), new BigDecimal("0.02"),
                                YearMonth.of(2020, 12), new BigDecimal("100.00"),
                                YearMonth.of(2021, 1), new BigDecimal("0.01")),
                        2)
                .orElseThrow();

        assertThat(taxation.taxes())
                .containsExactly(
                        new TaxLine(
                                TaxCategory.S,
                                new BigDecimal("19"),
                                new BigDecimal("0.03"),
                                new BigDecimal("0.01"),
                                null),
                        new TaxLine(
                                TaxCategory.S,
                                new BigDecimal("16"),
                                new BigDecimal("100.00"),
                                new BigDecimal("16.00"),
                                null));
        assertThat(taxation.net()).isEqualTo("100.03");
        assertThat(taxation.tax()).isEqualTo("16.01");
    }

    @Test
    void aCorrectionTakesTheRateOfTheMonthItCorrects() {
        var taxation = Taxation.of(
                        STANDARD,
                        "DE",
                        GERMAN,
                        Map.of(
                                YearMonth.of(2020, 12), new BigDecimal("-10.00"),
                                YearMonth.of(2021, 1), new BigDecimal("30.00")),
                        2)
                .orElseThrow();

        assertThat(taxation.taxes())
                .extracting(TaxLine::tax)
                .containsExactly(new BigDecimal("5.70"), new BigDecimal("-1.60"));
    }

    @Test
    void whereNoTaxIsOwedThereIsNoRateAndOneReason() {
        var taxation = Taxation.of(
                        new TaxTreatment(TaxCategory.AE, "Reverse charge"),
                        "DE",
                        GERMAN,
                        Map.of(YearMonth.of(2026, 11), new BigDecimal("160.00")),
                        2)
                .orElseThrow();

        assertThat(taxation.taxes())
                .containsExactly(new TaxLine(
                        TaxCategory.AE,
                        BigDecimal.ZERO,
                        new BigDecimal("160.00"),
                        new BigDecimal("0.00"),
                        "Reverse charge"));
    }

    @Test
    void aMonthWithoutARateHasNoTaxation() {
        var sums = Map.of(YearMonth.of(2026, 11), BigDecimal.ONE);

        assertThat(Taxation.of(STANDARD, "AT", GERMAN, sums, 2)).isEmpty();
    }

    private static BigDecimal tax(String net, int digits) {
        var sums = Map.of(YearMonth.of(2026, 11), new BigDecimal(net));
        return Taxation.of(STANDARD, "DE", GERMAN, sums, digits).orElseThrow().tax();
    }

    private static TaxRate rate(String rate, String from) {
        return new TaxRate("DE", TaxCategory.S, new BigDecimal(rate), LocalDate.parse(from));
    }
}
