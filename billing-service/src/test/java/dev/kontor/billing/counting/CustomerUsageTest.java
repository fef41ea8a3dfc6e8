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

        assertThat(only().billable()).isEqualTo("7");
    }

    @Test
    void anOpenMonthCountsItsDaysSoFar() {
        report("endpoint-advanced", "2026-11-03T12:00:00Z", "7");
        var soFar = Period.of(NOVEMBER, Instant.parse("2026-11-05T00:00:01Z"));

        assertThat(CustomerUsage.shown("endpoint-advanced", levels().get("endpoint-advanced"), soFar))
                .extracting(DayCount::day)
                .containsExactly(
                        LocalDate.parse("2026-11-03"), LocalDate.parse("2026-11-04"), LocalDate.parse("2026-11-05"));
    }

    @Test
    void theSelectedLicenceIsBilledWhereASmallerProductIsInstalled() {
        report("endpoint-essentials", "2026-11-03T12:00:00Z", "7");
        selectedFor("endpoint-advanced", "2026-11-01T00:00:00Z", null);

        assertThat(only().product()).isEqualTo("endpoint-advanced");
        assertThat(only().actual()).isEqualTo("7");
    }

    @Test
    void severalProductsOfACategoryAddUpDayByDay() {
        report("endpoint-essentials", "2026-11-03T12:00:00Z", "7");
        report("endpoint-essentials", "2026-11-10T12:00:00Z", "1");
        report("endpoint-advanced", "2026-11-10T12:00:00Z", "5");
        selectedFor("endpoint-advanced", "2026-11-01T00:00:00Z", null);

        assertThat(only().actual()).isEqualTo("7");
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

        assertThat(only().actual()).isEqualTo("5");
    }

    @Test
    void theLevelAtTheConversionIsCarriedIntoTheMonthlyTime() {
        report("endpoint-advanced", "2026-11-03T12:00:00Z", "50");
        selectedFor("endpoint-advanced", "2026-11-10T12:00:00Z", null);

        assertThat(only().actual()).isEqualTo("50");
        assertThat(only().asOf()).isEqualTo("2026-11-10");
    }

    @Test
    void whatIsReportedAfterTheLicenceEndedIsNotBilled() {
        report("endpoint-advanced", "2026-11-03T12:00:00Z", "5");
        report("endpoint-advanced", "2026-11-20T12:00:00Z", "50");
        selectedFor("endpoint-advanced", "2026-11-01T00:00:00Z", "2026-11-20T00:00:00Z");

        assertThat(only().actual()).isEqualTo("5");
    }

    @Test
    void aFullMonthIsBilledOnceByTheLicenceSelectedLast() {
        report("endpoint-essentials", "2026-11-03T12:00:00Z", "8");
        selectedFor("endpoint-essentials", "2026-11-01T00:00:00Z", "2026-11-16T00:00:00Z");
        selectedFor("endpoint-advanced", "2026-11-16T00:00:00Z", null);

        assertThat(only().product()).isEqualTo("endpoint-advanced");
        assertThat(only().billable()).isEqualTo("8");
    }

    @Test
    void byDayEachLicenceIsBilledForItsDays() {
        report("endpoint-essentials", "2026-11-01T00:00:00Z", "8");
        selectedFor("endpoint-essentials", "2026-11-01T00:00:00Z", "2026-11-16T00:00:00Z");
        selectedFor("endpoint-advanced", "2026-11-16T00:00:00Z", null);

        assertThat(count(Proration.BY_DAY, CountRule.PEAK))
                .extracting(
                        MonthCount::product,
                        count -> count.billable().stripTrailingZeros().toPlainString())
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
        assertThat(count.actual()).isEqualTo("8");
        assertThat(count.billable()).isEqualByComparingTo("4");
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
        assertThat(inOrder.get(0).actual()).isEqualTo("40");
    }

    private void assertCount(CountRule rule, String quantity, String asOf) {
        var count = count(Proration.FULL_MONTH, rule).get(0);
        assertThat(count.actual()).isEqualTo(quantity);
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
        return new CustomerUsage(levels(), CATEGORIES, segments).count(WHOLE, proration, product -> rule);
    }

    private List<DayCount> shown(String product) {
        return CustomerUsage.shown(product, levels().get(product), WHOLE);
    }

    private Map<String, Levels> levels() {
        return reported.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Levels.of(entry.getValue())));
    }
}
