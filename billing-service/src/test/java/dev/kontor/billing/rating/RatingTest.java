package dev.kontor.billing.rating;

import static dev.kontor.billing.rating.Prices.flat;
import static dev.kontor.billing.rating.Prices.graduated;
import static dev.kontor.billing.rating.Prices.limited;
import static dev.kontor.billing.rating.Prices.open;
import static dev.kontor.billing.rating.Prices.packages;
import static dev.kontor.billing.rating.Prices.upTo;
import static dev.kontor.billing.rating.Prices.used;
import static dev.kontor.billing.rating.Prices.volume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.billing.counting.Fraction;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bands, flat fees, packages, minimum and maximum, and shares that add up (domain.md rules 22 and 23). */
class RatingTest {

    @Test
    void theBandIsReachedByTheSumOverAllCustomers() {
        var rated =
                Rating.rate(volume(upTo("499", "3.00"), open("2.50")), 2, List.of(used("a", "300"), used("b", "200")));

        assertThat(rated.amount()).isEqualTo("1250.00");
        assertThat(rated.band()).isEqualTo("500+");
        assertThat(rated.shares())
                .extracting(RatedProduct.Share::amount)
                .containsExactly(money("750.00"), money("500.00"));
    }

    @Test
    void theUpperBoundBelongsToTheBand() {
        var price = volume(upTo("499", "3.00"), open("2.50"));

        assertThat(rate(price, "499")).isEqualTo("1497.00");
        assertThat(rate(price, "499.5")).isEqualTo("1248.75");
    }

    @Test
    void volumeAddsTheReachedBandsFlatFeeOnly() {
        var price = volume(upTo("10", "1", "100"), upTo(null, "0.5", "20"));

        assertThat(rate(price, "20")).isEqualTo("30.00");
    }

    @Test
    void graduatedPricesEachBandsUnitsAndAddsEachEnteredFlatFee() {
        var price = graduated(upTo("10", "1.00", "5"), upTo("20", "0.80", "3"), open("0.50"));

        assertThat(rate(price, "10")).isEqualTo("15.00");
        assertThat(rate(price, "15")).isEqualTo("22.00");
        assertThat(rate(price, "25")).isEqualTo("28.50");
    }

    @Test
    void aGraduatedShareShowsTheEffectiveUnitPrice() {
        var rated = Rating.rate(graduated(upTo("10", "1.00"), open("0.50")), 2, List.of(used("a", "40")));

        assertThat(rated.unitPrice()).isEqualTo("0.625");
    }

    @Test
    void aStartedPackageOfTheSumIsPaidWhole() {
        assertThat(rate(packages("10", "50"), "20")).isEqualTo("100.00");
        assertThat(rate(packages("10", "50"), "20.1")).isEqualTo("150.00");
        var rated = Rating.rate(packages("10", "50"), 2, List.of(used("a", "5"), used("b", "5"), used("c", "1")));
        assertThat(rated.amount()).isEqualTo("100.00");
    }

    @Test
    void minimumAndMaximumHoldForTheProductNotForACustomer() {
        assertThat(rate(limited(flat("1"), "25", null), "10")).isEqualTo("25.00");
        assertThat(rate(limited(flat("1"), null, "5"), "10")).isEqualTo("5.00");
    }

    /** Rule 22: the one exception to rule 10. */
    @Test
    void nothingUsedCostsTheMinimumInEqualSharesAndNothingElse() {
        var rated = Rating.rate(
                limited(volume(upTo(null, "1", "9")), "100", null),
                2,
                List.of(used("b", "0"), used("a", "0"), used("c", "0")));

        assertThat(rated.amount()).isEqualTo("100.00");
        assertThat(rated.shares())
                .extracting(RatedProduct.Share::amount)
                .containsExactly(money("33.34"), money("33.33"), money("33.33"));
        assertThat(rated.shares().get(0).parts())
                .isEqualTo(new Parts(money("0.00"), money("0.00"), money("33.34"), money("0.00")));
        assertThat(rate(volume(upTo(null, "1", "9")), "0")).isEqualTo("0.00");
    }

    /** Rule 22: the parts say why an amount is what it is. */
    @Test
    void anAmountIsItsUnitsItsFlatFeesAndWhatMinimumAndMaximumMakeOfIt() {
        assertThat(parts(volume(upTo(null, "1", "7")), "10")).isEqualTo(parts("10.00", "7.00", "0.00", "0.00"));
        assertThat(parts(limited(flat("2"), "50", null), "5")).isEqualTo(parts("10.00", "0.00", "40.00", "0.00"));
        assertThat(parts(limited(volume(upTo(null, "2", "7")), null, "500"), "300"))
                .isEqualTo(parts("600.00", "7.00", "0.00", "-107.00"));
        assertThat(parts(graduated(upTo("10", "1.00", "5"), open("0.335")), "11"))
                .isEqualTo(parts("10.34", "5.00", "0.00", "0.00"));
        assertThat(parts(packages("10", "50"), "21")).isEqualTo(parts("150.00", "0.00", "0.00", "0.00"));
    }

    private static Parts parts(PriceEntry price, String quantity) {
        return Rating.rate(price, 2, List.of(used("a", quantity)))
                .shares()
                .get(0)
                .parts();
    }

    private static Parts parts(String units, String flatFee, String minimum, String maximum) {
        return new Parts(money(units), money(flatFee), money(minimum), money(maximum));
    }

    @Test
    void roundingHappensOnceHalfUpAtTheCurrencysDigits() {
        assertThat(rate(flat("0.005"), "1")).isEqualTo("0.01");
        assertThat(rate(flat("0.004"), "1")).isEqualTo("0.00");
        assertThat(Rating.rate(flat("0.5"), 0, List.of(used("a", "3"))).amount())
                .isEqualTo("2");
        assertThat(Rating.rate(flat("0.0005"), 3, List.of(used("a", "1"))).amount())
                .isEqualTo("0.001");
        // Three customers of 0.335 each are 1.005 together: 1.01, not three times 0.34.
        assertThat(Rating.rate(flat("0.335"), 2, List.of(used("a", "1"), used("b", "1"), used("c", "1")))
                        .amount())
                .isEqualTo("1.01");
    }

    @Test
    void theLargestRemaindersGetTheCentsAndTiesGoByCustomerId() {
        var rated =
                Rating.rate(limited(flat("1"), null, "1"), 2, List.of(used("c", "1"), used("a", "1"), used("b", "1")));

        assertThat(rated.shares()).extracting(RatedProduct.Share::customer).containsExactly("a", "b", "c");
        assertThat(rated.shares())
                .extracting(RatedProduct.Share::amount)
                .containsExactly(money("0.34"), money("0.33"), money("0.33"));
    }

    @Test
    void severalQuantitiesOfOneCustomerAreOneShare() {
        var rated = Rating.rate(flat("1"), 2, List.of(used("a", "1"), used("a", "2")));

        assertThat(rated.shares())
                .containsExactly(new RatedProduct.Share(
                        "a", Fraction.of(money("3")), money("3.00"), parts("3.00", "0.00", "0.00", "0.00")));
    }

    @Test
    void bandsAreNamedByTheQuantitiesInThem() {
        var price = volume(upTo("499", "3"), upTo("1000.5", "2"), open("1"));

        assertThat(price.band(Fraction.of(money("1")))).isEqualTo("1-499");
        assertThat(price.band(Fraction.of(money("500")))).isEqualTo("500-1000.5");
        assertThat(price.band(Fraction.of(money("2000")))).isEqualTo(">1000.5+");
    }

    private static String rate(PriceEntry price, String quantity) {
        return Rating.rate(price, 2, List.of(used("a", quantity))).amount().toPlainString();
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}
