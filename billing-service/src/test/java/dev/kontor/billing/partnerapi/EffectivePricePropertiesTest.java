package dev.kontor.billing.partnerapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.Fraction;
import dev.kontor.billing.rating.Band;
import dev.kontor.billing.rating.CustomerQuantity;
import dev.kontor.billing.rating.PriceEntry;
import dev.kontor.billing.rating.PriceModel;
import dev.kontor.billing.rating.Rating;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Clients multiply quantity and price, and the amount must come out, whatever the price model (domain.md rules 22, 44). */
class EffectivePricePropertiesTest {

    @Property
    void quantityTimesPriceRoundsToWhatEachCustomerPays(
            @ForAll("prices") PriceEntry entry,
            @ForAll("quantities") List<CustomerQuantity> quantities,
            @ForAll @IntRange(max = 3) int digits) {
        Rating.rate(entry, digits, quantities)
                .shares()
                .forEach(share -> comesOut(share.quantity().shown(), share.amount(), digits));
    }

    @Property
    void soItDoesOfDifferences(
            @ForAll @IntRange(min = -5_000, max = 5_000) int quantity,
            @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int cents) {
        comesOut(BigDecimal.valueOf(quantity), BigDecimal.valueOf(cents, 2), 2);
    }

    private static void comesOut(BigDecimal billable, BigDecimal amount, int digits) {
        var price = EffectivePrice.of(billable, amount, BigDecimal.TEN, digits);

        assertThat(price.quantity().multiply(price.unitPrice()).setScale(digits, RoundingMode.HALF_UP))
                .isEqualByComparingTo(amount);
        if (billable.signum() != 0) {
            assertThat(price.quantity()).isEqualByComparingTo(billable);
            assertThat(price.unitPrice().scale()).isGreaterThanOrEqualTo(6);
        }
        assertThat(price.minimum()).isEqualTo(billable.signum() == 0 && amount.signum() != 0);
    }

    @Example
    void somethingChargedForNothingUsedIsOneOfIt() {
        assertThat(EffectivePrice.of(BigDecimal.ZERO, new BigDecimal("25.00"), BigDecimal.TEN, 2))
                .isEqualTo(new EffectivePrice(BigDecimal.ONE, new BigDecimal("25.00"), true));
        assertThat(EffectivePrice.of(BigDecimal.ZERO, new BigDecimal("0.00"), BigDecimal.TEN, 2))
                .isEqualTo(new EffectivePrice(BigDecimal.ZERO, BigDecimal.TEN, false));
    }

    @Provide
    Arbitrary<List<CustomerQuantity>> quantities() {
        var customers = Arbitraries.strings().withCharRange('a', 'h').ofLength(2);
        var amounts = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(10_000))
                .ofScale(3);
        return Combinators.combine(customers, amounts)
                .as((customer, amount) -> new CustomerQuantity(customer, Fraction.of(amount)))
                .list()
                .ofMaxSize(20)
                .uniqueElements(CustomerQuantity::customer);
    }

    @Provide
    Arbitrary<PriceEntry> prices() {
        return Arbitraries.oneOf(
                bands().map(bands -> entry(PriceModel.VOLUME, null, bands)),
                bands().map(bands -> entry(PriceModel.GRADUATED, null, bands)),
                money().map(price -> entry(PriceModel.FLAT, null, List.of(new Band(null, price, null)))),
                Combinators.combine(money(), Arbitraries.integers().between(1, 50))
                        .as((price, size) -> entry(
                                PriceModel.PACKAGE, BigDecimal.valueOf(size), List.of(new Band(null, price, null)))));
    }

    private static Arbitrary<List<Band>> bands() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 200).set().ofMaxSize(3),
                        money().list().ofSize(4),
                        money().injectNull(0.5).list().ofSize(4))
                .as((bounds, prices, fees) -> {
                    var rising = bounds.stream().sorted().toList();
                    var bands = new ArrayList<Band>();
                    for (var i = 0; i < rising.size(); i++) {
                        bands.add(new Band(BigDecimal.valueOf(rising.get(i)), prices.get(i), fees.get(i)));
                    }
                    bands.add(new Band(null, prices.get(rising.size()), fees.get(rising.size())));
                    return bands;
                });
    }

    private static Arbitrary<BigDecimal> money() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(20))
                .ofScale(8);
    }

    private static PriceEntry entry(PriceModel model, BigDecimal packageSize, List<Band> bands) {
        return new PriceEntry("endpoint-advanced", model, packageSize, bands, null, null, CountRule.PEAK);
    }
}
