package dev.kontor.billing.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.CustomerUsage;
import dev.kontor.billing.counting.Level;
import dev.kontor.billing.counting.Levels;
import dev.kontor.billing.counting.MonthCount;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.counting.ProductChange;
import dev.kontor.billing.counting.Proration;
import dev.kontor.billing.counting.Segment;
import dev.kontor.billing.ratedmonths.RatedMonth;
import dev.kontor.billing.rating.Band;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rating.PriceEntry;
import dev.kontor.billing.rating.PriceModel;
import dev.kontor.billing.rules.RulesVersion;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Rules 21 to 23 where a sum meets an edge exactly, and the smallest step below and above it: equal parts of a month are added
 * up to a whole number, which is where a band, a package or a limit ends, or the half of a cent is.
 */
class EdgesTest {

    private static final RulesVersion RULES = RulesVersion.TODAY;
    private static final BigDecimal STEP = new BigDecimal("0.00000001");
    private static final String PRODUCT = "endpoint-advanced";

    /**
     * So many customers with a level of one on so many days of the month that they are {@code edge} together.
     *
     * @param step how much more or less the first of them has
     */
    private record Sum(YearMonth month, int days, int customers, BigDecimal step) {

        static Sum of(int month, int days, int times, int step) {
            var its = YearMonth.of(2027, month);
            var counted = Math.min(days, its.lengthOfMonth());
            var customers = times * its.lengthOfMonth() / gcd(counted, its.lengthOfMonth());
            return new Sum(its, counted, customers, STEP.multiply(BigDecimal.valueOf(step)));
        }

        BigDecimal edge() {
            return BigDecimal.valueOf((long) customers * days / month.lengthOfMonth());
        }

        Exact exact() {
            return Exact.of(edge()).plus(Exact.of(step).times(days).over(month.lengthOfMonth()));
        }

        /** By the day, from the first usage on. */
        RatedMonth byDay(PriceEntry price) {
            return rated(price, Proration.BY_DAY, month.lengthOfMonth() - days, month.lengthOfMonth());
        }

        /** As an average of the whole month, of which the level holds for the first days. */
        RatedMonth average(PriceEntry price) {
            var average = new PriceEntry(
                    price.product(),
                    price.model(),
                    price.packageSize(),
                    price.bands(),
                    price.minimum(),
                    price.maximum(),
                    new CountRule(CountMethod.AVERAGE, null));
            return rated(average, Proration.FULL_MONTH, 0, days);
        }

        private RatedMonth rated(PriceEntry price, Proration proration, int from, int until) {
            var book = new PriceBook("EUR", proration, ProductChange.EACH, Map.of(PRODUCT, price));
            var selected = List.of(new Segment(PRODUCT, "endpoint", Period.start(month.minusMonths(1)), null, null));
            var counts = new HashMap<UUID, List<MonthCount>>();
            for (var i = 0; i < customers; i++) {
                var level = i == 0 ? BigDecimal.ONE.add(step) : BigDecimal.ONE;
                var levels = new ArrayList<Level>();
                levels.add(new Level(Period.start(month.atDay(1 + from)), 0, level));
                if (until < month.lengthOfMonth()) {
                    levels.add(new Level(Period.start(month.atDay(1 + until)), 1, BigDecimal.ZERO));
                }
                var usage =
                        new CustomerUsage(Map.of(PRODUCT, Levels.of(levels)), Map.of(PRODUCT, "endpoint"), selected);
                counts.put(new UUID(0x7000, i), RULES.count(usage, Period.whole(month), book.terms(null)));
            }
            return RatedMonth.of(RULES, book, counts);
        }

        private static int gcd(int one, int other) {
            return other == 0 ? one : gcd(other, one % other);
        }
    }

    @Property(tries = 300)
    void aBandHoldsItsUpperBoundAndNoMore(
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 31) int days,
            @ForAll @IntRange(min = 1, max = 3) int times,
            @ForAll @IntRange(min = -1, max = 1) int step) {
        var sum = Sum.of(month, days, times, step);
        for (var model : List.of(PriceModel.VOLUME, PriceModel.GRADUATED)) {
            var price = price(model, null, band(sum.edge(), "10", null), band(null, "1000", "7"));

            assertThat(sum.byDay(price).total()).isEqualTo(plainly(price, sum));
            assertThat(sum.average(price).total()).isEqualTo(plainly(price, sum));
            assertThat(sum.byDay(price).lines())
                    .extracting(line -> line.band().endsWith("+"))
                    .containsOnly(step > 0);
        }
    }

    @Property(tries = 300)
    void aPackageHoldsItsSizeAndNoMore(
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 31) int days,
            @ForAll @IntRange(min = 1, max = 3) int times,
            @ForAll @IntRange(min = -1, max = 1) int step) {
        var sum = Sum.of(month, days, times, step);
        var price = price(PriceModel.PACKAGE, sum.edge(), band(null, "100", null));

        assertThat(sum.byDay(price).total()).isEqualTo(step > 0 ? "200.00" : "100.00");
        assertThat(sum.average(price).total()).isEqualTo(step > 0 ? "200.00" : "100.00");
    }

    @Property(tries = 300)
    void minimumAndMaximumAreNoPartOfAnAmountThatMeetsThem(
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 31) int days,
            @ForAll @IntRange(min = 1, max = 3) int times,
            @ForAll @IntRange(min = -1, max = 1) int step) {
        var sum = Sum.of(month, days, times, step);
        // So dear that the smallest step is some cents.
        var dear = new BigDecimal("900000000");
        var met = sum.edge().multiply(dear);
        var price = new PriceEntry(
                PRODUCT, PriceModel.FLAT, null, List.of(new Band(null, dear, null)), met, met, CountRule.PEAK);

        var rated = sum.byDay(price);

        assertThat(rated.total()).isEqualByComparingTo(met);
        assertThat(rated.lines()).anySatisfy(line -> {
            assertThat(line.parts().minimum().signum()).isEqualTo(step < 0 ? 1 : 0);
            assertThat(line.parts().maximum().signum()).isEqualTo(step > 0 ? -1 : 0);
        });
    }

    /** Rule 23: half-up, once. */
    @Property(tries = 300)
    void theHalfOfACentIsRoundedUpAndWhatIsBelowItIsNot(
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 31) int days,
            @ForAll @IntRange(min = 1, max = 3) int times,
            @ForAll @IntRange(min = -1, max = 1) int step) {
        var sum = Sum.of(month, days, times, step);
        var fee = sum.edge().remainder(BigDecimal.valueOf(2)).signum() == 0 ? "0.005" : null;
        var price = price(PriceModel.FLAT, null, band(null, "0.005", fee));

        assertThat(sum.byDay(price).total()).isEqualTo(plainly(price, sum));
        assertThat(sum.average(price).total()).isEqualTo(plainly(price, sum));
    }

    private static BigDecimal plainly(PriceEntry price, Sum sum) {
        return PlainModel.amount(price, sum.exact()).halfUp(2);
    }

    private static PriceEntry price(PriceModel model, BigDecimal size, Band... bands) {
        return new PriceEntry(PRODUCT, model, size, List.of(bands), null, null, CountRule.PEAK);
    }

    private static Band band(BigDecimal upTo, String unitPrice, String flatFee) {
        return new Band(upTo, new BigDecimal(unitPrice), flatFee == null ? null : new BigDecimal(flatFee));
    }
}
