package dev.kontor.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RatingPropertiesTest {

    @Property
    void thePartsAddUpToTheWhole(
            @ForAll("prices") PriceEntry price,
            @ForAll("quantities") List<CustomerQuantity> quantities,
            @ForAll @IntRange(max = 3) int digits) {
        var rated = Rating.rate(price, digits, quantities);

        assertThat(sum(rated.shares().stream().map(RatedProduct.Share::amount).toList()))
                .isEqualByComparingTo(rated.amount());
        assertThat(rated.shares().stream().map(RatedProduct.Share::quantity).reduce(Fraction.ZERO, Fraction::plus))
                .isEqualTo(rated.quantity());
        assertThat(rated.shares())
                .allSatisfy(share -> assertThat(share.parts().amount()).isEqualByComparingTo(share.amount()));
    }

    @Property
    void noShareIsOffByAWholeUnitOfTheCurrency(
            @ForAll("prices") PriceEntry price, @ForAll("quantities") List<CustomerQuantity> quantities) {
        var rated = Rating.rate(price, 2, quantities);

        rated.shares().forEach(share -> {
            // |share - amount * q / Q| < 0.01, without dividing.
            var whole = rated.quantity().shown();
            var error = share.amount()
                    .multiply(whole)
                    .subtract(rated.amount().multiply(share.quantity().shown()))
                    .abs();
            assertThat(error).isLessThanOrEqualTo(whole.multiply(new BigDecimal("0.01")));
        });
    }

    @Property
    void theOrderOfTheCustomersDoesNotMatter(
            @ForAll("prices") PriceEntry price,
            @ForAll("quantities") List<CustomerQuantity> quantities,
            @ForAll Random random) {
        var shuffled = new ArrayList<CustomerQuantity>(quantities);
        Collections.shuffle(shuffled, random);

        assertThat(Rating.rate(price, 2, shuffled)).isEqualTo(Rating.rate(price, 2, quantities));
    }

    @Property
    void movingSeatsBetweenCustomersDoesNotChangeThePartnersTotal(
            @ForAll("prices") PriceEntry price, @ForAll("quantities") List<CustomerQuantity> quantities) {
        var whole = quantities.stream().map(CustomerQuantity::quantity).reduce(Fraction.ZERO, Fraction::plus);

        assertThat(Rating.rate(price, 2, List.of(new CustomerQuantity("one", whole)))
                        .amount())
                .isEqualTo(Rating.rate(price, 2, quantities).amount());
    }

    @Property
    void moreNeverCostsLessInGraduatedFlatAndPackage(
            @ForAll("monotonePrices") PriceEntry price,
            @ForAll @IntRange(max = 5_000) int less,
            @ForAll @IntRange(max = 5_000) int more) {
        assertThat(amount(price, less + more)).isGreaterThanOrEqualTo(amount(price, less));
    }

    @Property
    void graduatedWithoutFeesIsTheSumOfItsUnits(
            @ForAll("bands") List<Band> bands, @ForAll @IntRange(max = 300) int quantity) {
        var free = bands.stream()
                .map(band -> new Band(band.upTo(), band.unitPrice(), null))
                .toList();
        var price = entry(PriceModel.GRADUATED, null, free);
        var slow = sum(IntStream.rangeClosed(1, quantity)
                .mapToObj(BigDecimal::valueOf)
                .map(unit -> free.stream()
                        .filter(band -> band.reaches(Fraction.of(unit)))
                        .findFirst()
                        .orElseThrow())
                .map(Band::unitPrice)
                .toList());

        assertThat(amount(price, quantity)).isEqualByComparingTo(slow);
    }

    @Provide
    Arbitrary<List<CustomerQuantity>> quantities() {
        Arbitrary<String> customers =
                Arbitraries.strings().withCharRange('a', 'h').ofLength(2);
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(10_000))
                .ofScale(3);
        return Combinators.combine(customers, amounts)
                .as((customer, amount) -> new CustomerQuantity(customer, Fraction.of(amount)))
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<PriceEntry> prices() {
        return Arbitraries.oneOf(monotonePrices(), bands().map(bands -> entry(PriceModel.VOLUME, null, bands)));
    }

    @Provide
    Arbitrary<PriceEntry> monotonePrices() {
        return Arbitraries.oneOf(
                bands().map(bands -> entry(PriceModel.GRADUATED, null, bands)),
                money().map(price -> entry(PriceModel.FLAT, null, List.of(new Band(null, price, null)))),
                Combinators.combine(money(), Arbitraries.integers().between(1, 50))
                        .as((price, size) -> entry(
                                PriceModel.PACKAGE, BigDecimal.valueOf(size), List.of(new Band(null, price, null)))));
    }

    @Provide
    Arbitrary<List<Band>> bands() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 200).set().ofMaxSize(4),
                        money().list().ofSize(5),
                        money().injectNull(0.5).list().ofSize(5))
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

    /** At eight digits, so that nothing of these prices is rounded. */
    private static BigDecimal amount(PriceEntry price, int quantity) {
        return price.cost(Fraction.of(BigDecimal.valueOf(quantity)), 8).amount();
    }

    private static Arbitrary<BigDecimal> money() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(20))
                .ofScale(8);
    }

    private static PriceEntry entry(PriceModel model, BigDecimal packageSize, List<Band> bands) {
        return new PriceEntry("endpoint-advanced", model, packageSize, bands, null, null, CountRule.PEAK);
    }

    private static BigDecimal sum(List<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
