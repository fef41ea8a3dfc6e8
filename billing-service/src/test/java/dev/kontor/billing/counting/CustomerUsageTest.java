package dev.kontor.billing.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CustomerUsageTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Period WHOLE = Period.whole(NOVEMBER);
    private static final Map<String, String> CATEGORIES = Map.of(
            "endpoint-essentials", "endpoint",
            "endpoint-advanced", "endpoint",
            "server-advanced", "server");

    private final Map<String, List<Level>> reported = new LinkedHashMap<>();
    private final List<Segment> segments = new ArrayList<>();
    private long arrival;

    @Test
    void aDaysQuantityIsItsHighestLevel() {
        report("endpoint-advanced", "2026-11-03T08:00:00Z", "10");
        report("endpoint-advanced", "2026-11-03T12:00:00Z", "14");
        report("endpoint-advanced", "2026-11-03T18:00:00Z", "9");

        assertThat(shown("endpoint-advanced").get(0).quantity()).isEqualTo("14");
    }

    @Test
    void aDayWithoutAReportCarriesTheLastLevelOnNotTheHighest() {
        report("endpoint-advanced", "2026-11-03T12:00:00Z", "14");
        report("endpoint-advanced", "2026-11-03T18:00:00Z", "9");

        var days = shown("endpoint-advanced");
        assertThat(days).hasSize(28);
        assertThat(days.get(1).quantity()).isEqualTo("9");
        assertThat(days.get(1).reported()).isFalse();
    }

    @Test
    void theLevelIsCarriedOverTheMonthsEnd() {
        report("endpoint-advanced", "2026-10-20T12:00:00Z", "7");
        selectedFor("endpoint-advanced", "2026-10-01T00:00:00Z", null);

        assertThat(only().billable()).isEqualTo(exactly("7"));
    }

    @Test
    void anOpenMonthCountsItsDaysSoFar() {
        report("endpoint-advanced", "2026-11-03T12:00:00Z", "7");
        var soFar = Period.of(NOVEMBER, Instant.parse("2026-11-05T00:00:01Z"));

        assertThat(CustomerUsage.shown("endpoint-advanced", levels().get("endpoint-advanced"), soFar, null))
                .extracting(DayCount::day)
                .containsExactly(
                        LocalDate.parse("2026-11-03"), LocalDate.parse("2026-11-04"), LocalDate.parse("2026-11-05"));
    }

    @Test
    void theSelectedLicenceIsBilledWhereASmallerProductIsInstalled() {
        report("endpoint-essentials", "2026-11-03T12:00:00Z", "7");
        selectedFor("endpoint-advanced", "2026-11-01T00:00:00Z", null);

        assertThat(only().product()).isEqualTo("endpoint-advanced");
        assertThat(only().actual()).isEqualTo(exactly("7"));
    }

    @Test
    void severalProductsOfACategoryAddUpDayByDay() {
        report("endpoint-essentials", "2026-11-03T12:00:00Z", "7");
        report("endpoint-essentials", "2026-11-10T12:00:00Z", "1");
        report("endpoint-advanced", "2026-11-10T12:00:00Z", "5");
        selectedFor("endpoint-advanced", "2026-11-01T00:00:00Z", null);

        assertThat(only().actual()).isEqualTo(exactly("7"));
    }

    @Test
    void usageOfACategoryWithoutAMonthlyLicenceIsNotBilled() {
        report("server-advanced", "2026-11-03T12:00:00Z", "7");
        selectedFor("endpoint-advanced", "2026-11-01T00:00:00Z", null);

        assertThat(count(Proration.FULL_MONTH, CountRule.PEAK)).isEmpty();
    }

    @Test
    void billingStartsOnFirstUsageNotOnSelecting() {
        selectedFor("endpoint-advanced", "2026-11-01T00:00:00Z", null);

        assertThat(count(Proration.FULL_MONTH, CountRule.PEAK)).isEmpty();
    }

    @Test
    void aTrialsHigherLevelIsNotBilledAfterTheConversion() {
        report("endpoint-advanced", "2026-11-03T12:00:00Z", "50");
        report("endpoint-advanced", "2026-11-10T08:00:00Z", "40");
        report("endpoint-advanced", "2026-11-10T15:00:00Z", "5");
        selectedFor("endpoint-advanced", "2026-11-10T12:00:00Z", null);

        assertThat(only().actual()).isEqualTo(exactly("5"));
    }

    @Test
    void theLevelAtTheConversionIsCarriedIntoTheMonthlyTime() {
        report("endpoint-advanced", "2026-11-03T12:00:00Z", "50");
        selectedFor("endpoint-advanced", "2026-11-10T12:00:00Z", null);

        assertThat(only().actual()).isEqualTo(exactly("50"));
        assertThat(only().asOf()).isEqualTo("2026-11-10");
    }

    @Test
    void whatIsReportedAfterTheLicenceEndedIsNotBilled() {
        report("endpoint-advanced", "2026-11-03T12:00:00Z", "5");
        report("endpoint-advanced", "2026-11-20T12:00:00Z", "50");
        selectedFor("endpoint-advanced", "2026-11-01T00:00:00Z", "2026-11-20T00:00:00Z");

        assertThat(only().actual()).isEqualTo(exactly("5"));
    }

    @Test
    void aBookThatBillsTheLastProductBillsItByTheWholeMonth() {
        report("endpoint-essentials", "2026-11-03T12:00:00Z", "8");
        report("endpoint-advanced", "2026-11-20T12:00:00Z", "5");
        selectedFor("endpoint-essentials", "2026-11-01T00:00:00Z", "2026-11-16T00:00:00Z");
        selectedFor("endpoint-advanced", "2026-11-16T00:00:00Z", null);

        assertThat(quantities(Proration.FULL_MONTH, ProductChange.LAST, CountRule.PEAK))
                .containsExactly("endpoint-advanced 8");
    }

    /** Rule 21: an upgrade on the 2nd is two full months. */
    @Test
    void aBookThatBillsEachProductBillsItByTheUsageOfItsOwnTime() {
        report("endpoint-essentials", "2026-11-02T12:00:00Z", "100");
        report("endpoint-advanced", "2026-11-10T12:00:00Z", "90");
        selectedFor("endpoint-essentials", "2026-11-01T00:00:00Z", "2026-11-07T09:00:00Z");
        selectedFor("endpoint-advanced", "2026-11-07T09:00:00Z", null);

        assertThat(quantities(Proration.FULL_MONTH, ProductChange.EACH, CountRule.PEAK))
                .containsExactly("endpoint-advanced 100", "endpoint-essentials 100");
        assertThat(quantities(Proration.FULL_MONTH, ProductChange.EACH, new CountRule(CountMethod.LAST_SNAPSHOT, null)))
                .containsExactly("endpoint-advanced 90", "endpoint-essentials 100");
        // The segment that does not hold the day counts by that day alone.
        assertThat(quantities(Proration.FULL_MONTH, ProductChange.EACH, new CountRule(CountMethod.AS_OF_DAY, 5)))
                .containsExactly("endpoint-advanced 0", "endpoint-essentials 100");
    }

    /** Rule 21: the mean of the days from the day of first usage, in every book; by the day it is prorated once. */
    @Test
    void anAverageIsOfTheDaysFromTheFirstUsageOnAndProratedOnceByTheDay() {
        report("endpoint-advanced", "2026-11-11T06:00:00Z", "10");
        report("endpoint-advanced", "2026-11-21T00:00:00Z", "40");
        selectedFor("endpoint-advanced", "2026-11-01T00:00:00Z", null);
        var average = new CountRule(CountMethod.AVERAGE, null);

        assertThat(quantities(Proration.FULL_MONTH, ProductChange.EACH, average))
                .containsExactly("endpoint-advanced 25");
        assertThat(quantities(Proration.BY_DAY, ProductChange.EACH, average))
                .containsExactly("endpoint-advanced 16.66666667");
        assertThat(count(Proration.BY_DAY, average).get(0).billable())
                .isEqualTo(exactly("500").dividedBy(30));
    }

    /** Rule 21: first day counted, last not. */
    @Test
    void byDayADayOnWhichALicenceEndsIsNoneOfItsDays() {
        report("endpoint-advanced", "2026-11-01T06:00:00Z", "30");
        selectedFor("endpoint-advanced", "2026-11-01T00:00:00Z", "2026-11-20T12:00:00Z");

        assertThat(quantities(Proration.BY_DAY, ProductChange.EACH, CountRule.PEAK))
                .containsExactly("endpoint-advanced 19");
    }

    /** Rule 20: otherwise who stops naming the product it changed from is billed for both. */
    @Test
    void aLevelFromBeforeAChangeOfProductsEndsWithTheFirstReportAfterIt() {
        report("endpoint-essentials", "2026-11-02T12:00:00Z", "100");
        report("endpoint-advanced", "2026-11-10T12:00:00Z", "90");
        selectedFor("endpoint-essentials", "2026-10-01T00:00:00Z", "2026-11-07T00:00:00Z");
        selectedFor("endpoint-advanced", "2026-11-07T00:00:00Z", null);
        var asOf = new CountRule(CountMethod.AS_OF_DAY, 9);

        assertThat(quantities(Proration.FULL_MONTH, ProductChange.LAST, asOf)).containsExactly("endpoint-advanced 100");
        assertThat(quantities(Proration.FULL_MONTH, ProductChange.LAST, new CountRule(CountMethod.AS_OF_DAY, 10)))
                .containsExactly("endpoint-advanced 90");
    }

    @Test
    void withinOneStretchEveryProductsLevelIsCarriedOnWhateverQuantityWasOrdered() {
        report("endpoint-essentials", "2026-11-02T12:00:00Z", "100");
        report("endpoint-advanced", "2026-11-10T12:00:00Z", "40");
        selectedFor("endpoint-advanced", "2026-10-01T00:00:00Z", "2026-11-07T00:00:00Z");
        selectedFor("endpoint-advanced", "2026-11-07T00:00:00Z", null);

        assertThat(only().actual()).isEqualTo(exactly("140"));
    }

    /** Rule 20: of a conversion, too. */
    @Test
    void aTrialsLevelEndsWithTheFirstReportOfItsCategoryAfterTheConversion() {
        report("endpoint-essentials", "2026-11-03T12:00:00Z", "50");
        report("endpoint-advanced", "2026-11-12T08:00:00Z", "5");
        selectedFor("endpoint-advanced", "2026-11-10T12:00:00Z", null);

        assertThat(count(Proration.FULL_MONTH, new CountRule(CountMethod.LAST_SNAPSHOT, null))
                        .get(0)
                        .actual())
                .isEqualTo(exactly("5"));
    }

    /** Rule 20. */
    @Test
    void aLevelThatNobodyRepeatedFor31DaysIsStale() {
        report("endpoint-advanced", "2026-10-20T12:00:00Z", "7");
        selectedFor("endpoint-advanced", "2026-10-01T00:00:00Z", null);

        assertThat(shown("endpoint-advanced"))
                .filteredOn(day -> day.stale().signum() > 0)
                .extracting(DayCount::day)
                .startsWith(LocalDate.parse("2026-11-20"))
                .hasSize(11);
        assertThat(only().stale()).isEqualTo("7");
        report("endpoint-advanced", "2026-10-31T00:00:00Z", "7");
        assertThat(only().stale()).isEqualTo("0");
    }

    /** Rule 20: by default a level never ends by age. */
    @Test
    void aLevelEndsByAgeOnlyWhereThatIsSet() {
        report("endpoint-advanced", "2026-10-20T12:00:00Z", "7");
        selectedFor("endpoint-advanced", "2026-10-01T00:00:00Z", null);
        var last = new CountRule(CountMethod.LAST_SNAPSHOT, null);

        assertThat(count(Proration.FULL_MONTH, last).get(0).actual()).isEqualTo(exactly("7"));
        assertThat(new CustomerUsage(levels(), CATEGORIES, segments)
                        .count(
                                WHOLE,
                                new CountingTerms(
                                        Proration.FULL_MONTH,
                                        ProductChange.EACH,
                                        product -> last,
                                        product -> false,
                                        40))
                        .get(0)
                        .actual())
                .isEqualTo(exactly("0"));
    }

    /** Rule 22: owed from the first day of a licence on, used or not. */
    @Test
    void aLicenceOfAProductWithAMinimumCountsWithoutUsage() {
        report("endpoint-advanced", "2026-11-03T12:00:00Z", "7");
        selectedFor("endpoint-essentials", "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z");
        selectedFor("endpoint-advanced", "2026-11-02T00:00:00Z", null);

        assertThat(new CustomerUsage(levels(), CATEGORIES, segments)
                        .count(
                                WHOLE,
                                new CountingTerms(
                                        Proration.FULL_MONTH,
                                        ProductChange.EACH,
                                        product -> CountRule.PEAK,
                                        product -> true,
                                        null)))
                .extracting(MonthCount::product, MonthCount::used)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("endpoint-advanced", true),
                        org.assertj.core.groups.Tuple.tuple("endpoint-essentials", false));
    }

    @Test
    void byDayEachLicenceIsBilledForItsDays() {
        report("endpoint-essentials", "2026-11-01T00:00:00Z", "8");
        selectedFor("endpoint-essentials", "2026-11-01T00:00:00Z", "2026-11-16T00:00:00Z");
        selectedFor("endpoint-advanced", "2026-11-16T00:00:00Z", null);

        assertThat(count(Proration.BY_DAY, CountRule.PEAK))
                .extracting(
                        MonthCount::product,
                        count -> count.billable().shown().stripTrailingZeros().toPlainString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("endpoint-advanced", "4"),
                        org.assertj.core.groups.Tuple.tuple("endpoint-essentials", "4"));
    }

    @Test
    void orderedActualAndBillableAreKeptApart() {
        report("endpoint-advanced", "2026-11-16T00:00:00Z", "8");
        segments.add(new Segment(
                "endpoint-advanced", "endpoint", Instant.parse("2026-11-01T00:00:00Z"), null, new BigDecimal("20")));

        var count = count(Proration.BY_DAY, CountRule.PEAK).get(0);
        assertThat(count.ordered()).isEqualTo("20");
        assertThat(count.actual()).isEqualTo(exactly("8"));
        assertThat(count.billable()).isEqualTo(exactly("4"));
    }

    @Test
    void eachMethodGivesItsQuantityAndTheDayItStandsFor() {
        report("endpoint-advanced", "2026-11-01T06:00:00Z", "10");
        report("endpoint-advanced", "2026-11-11T06:00:00Z", "40");
        report("endpoint-advanced", "2026-11-21T06:00:00Z", "30");
        report("endpoint-advanced", "2026-11-21T06:00:00Z", "25");
        selectedFor("endpoint-advanced", "2026-11-01T00:00:00Z", null);

        assertCount(new CountRule(CountMethod.PEAK, null), "40", "2026-11-11");
        assertCount(new CountRule(CountMethod.LAST_SNAPSHOT, null), "25", "2026-11-21");
        // 10 x 10, 10 x 40, one day of 30, 9 x 25
        assertCount(new CountRule(CountMethod.AVERAGE, null), "25.16666667", "2026-11-30");
        assertCount(new CountRule(CountMethod.AS_OF_DAY, 5), "10", "2026-11-05");
        assertCount(new CountRule(CountMethod.AS_OF_DAY, 31), "25", "2026-11-30");
    }

    @Test
    void theOrderOfArrivalDecidesOnlyBetweenEqualTimes() {
        report("endpoint-advanced", "2026-11-11T06:00:00Z", "40");
        report("endpoint-advanced", "2026-11-01T06:00:00Z", "10");
        selectedFor("endpoint-advanced", "2026-11-01T00:00:00Z", null);
        var inOrder = count(Proration.FULL_MONTH, new CountRule(CountMethod.LAST_SNAPSHOT, null));
        Collections.reverse(reported.get("endpoint-advanced"));

        assertThat(count(Proration.FULL_MONTH, new CountRule(CountMethod.LAST_SNAPSHOT, null)))
                .isEqualTo(inOrder);
        assertThat(inOrder.get(0).actual()).isEqualTo(exactly("40"));
    }

    private void assertCount(CountRule rule, String quantity, String asOf) {
        var count = count(Proration.FULL_MONTH, rule).get(0);
        assertThat(count.actual().shown()).isEqualTo(quantity);
        assertThat(count.asOf()).isEqualTo(asOf);
        assertThat(count.method()).isEqualTo(rule.method());
    }

    private void report(String product, String at, String quantity) {
        reported.computeIfAbsent(product, any -> new ArrayList<>())
                .add(new Level(Instant.parse(at), arrival++, new BigDecimal(quantity)));
    }

    private void selectedFor(String product, String from, String until) {
        segments.add(new Segment(
                product, "endpoint", Instant.parse(from), until == null ? null : Instant.parse(until), null));
    }

    private MonthCount only() {
        var counts = count(Proration.FULL_MONTH, CountRule.PEAK);
        assertThat(counts).hasSize(1);
        return counts.get(0);
    }

    private List<MonthCount> count(Proration proration, CountRule rule) {
        return count(proration, ProductChange.EACH, rule);
    }

    private List<MonthCount> count(Proration proration, ProductChange onProductChange, CountRule rule) {
        return new CustomerUsage(levels(), CATEGORIES, segments)
                .count(WHOLE, new CountingTerms(proration, onProductChange, product -> rule, product -> false, null));
    }

    private List<String> quantities(Proration proration, ProductChange onProductChange, CountRule rule) {
        return count(proration, onProductChange, rule).stream()
                .map(count -> count.product() + " "
                        + count.billable().shown().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static Fraction exactly(String quantity) {
        return Fraction.of(new BigDecimal(quantity));
    }

    private List<DayCount> shown(String product) {
        return CustomerUsage.shown(product, levels().get(product), WHOLE, null);
    }

    private Map<String, Levels> levels() {
        return reported.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Levels.of(entry.getValue())));
    }
}
