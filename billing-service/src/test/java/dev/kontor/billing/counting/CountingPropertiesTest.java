package dev.kontor.billing.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CountingPropertiesTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Period WHOLE = Period.whole(NOVEMBER);

    @Property
    void theOrderOfTheReportsDoesNotMatter(@ForAll("reports") List<Level> reports, @ForAll Random random) {
        var shuffled = new ArrayList<Level>(reports);
        Collections.shuffle(shuffled, random);

        assertThat(days(shuffled)).isEqualTo(days(reports));
    }

    @Property
    void everyDaySinceTheFirstReportCountsAsAPlainModelSays(@ForAll("reports") List<Level> reports) {
        var days = days(reports);

        var found = 0;
        for (var day = 1; day <= NOVEMBER.lengthOfMonth(); day++) {
            var expected = plain(reports, NOVEMBER.atDay(day));
            if (expected.isPresent()) {
                assertThat(days.get(found++).quantity()).isEqualByComparingTo(expected.get());
            }
        }
        assertThat(days).hasSize(found);
    }

    @Property
    void thePeakIsNeverBelowAnyOtherMethod(@ForAll("reports") List<Level> reports) {
        var days = days(reports);
        if (days.isEmpty()) {
            return;
        }
        var peak = CountRule.PEAK.apply(WHOLE, days).value();

        for (var method : CountMethod.values()) {
            var rule = new CountRule(method, method == CountMethod.AS_OF_DAY ? 15 : null);
            assertThat(rule.apply(WHOLE, days).value()).isLessThanOrEqualTo(peak);
        }
    }

    @Property
    void aHigherReportNeverLowersThePeak(@ForAll("reports") List<Level> reports, @ForAll("report") Level more) {
        var added = new ArrayList<Level>(reports);
        added.add(new Level(more.observedAt(), 1_000, new BigDecimal("1000")));

        assertThat(peakOrZero(added)).isGreaterThanOrEqualTo(peakOrZero(reports));
    }

    private static Fraction peakOrZero(List<Level> reports) {
        var days = days(reports);
        return days.isEmpty()
                ? Fraction.ZERO
                : CountRule.PEAK.apply(WHOLE, days).value();
    }

    private static Optional<BigDecimal> plain(List<Level> reports, LocalDate day) {
        var onDay = reports.stream()
                .filter(level ->
                        LocalDate.ofInstant(level.observedAt(), ZoneOffset.UTC).equals(day))
                .toList();
        if (!onDay.isEmpty()) {
            return onDay.stream().map(Level::quantity).max(Comparator.naturalOrder());
        }
        return reports.stream()
                .filter(level ->
                        LocalDate.ofInstant(level.observedAt(), ZoneOffset.UTC).isBefore(day))
                .max(Comparator.comparing(Level::observedAt).thenComparing(Level::arrival))
                .map(Level::quantity);
    }

    private static List<DayCount> days(List<Level> reports) {
        return new ArrayList<>(CustomerUsage.shown(
                "endpoint-advanced", Map.of("p", Levels.of(reports)).get("p"), WHOLE, null));
    }

    @Provide
    Arbitrary<List<Level>> reports() {
        return report().list().ofMaxSize(30).map(levels -> {
            var numbered = new ArrayList<Level>();
            for (var i = 0; i < levels.size(); i++) {
                numbered.add(
                        new Level(levels.get(i).observedAt(), i, levels.get(i).quantity()));
            }
            return numbered;
        });
    }

    @Provide
    Arbitrary<Level> report() {
        // From some days before the month to some days after it, every full hour.
        return Combinators.combine(
                        Arbitraries.integers().between(-100, 24 * 35),
                        Arbitraries.integers().between(0, 500))
                .as((hours, quantity) -> new Level(
                        Period.start(NOVEMBER).plus(Duration.ofHours(hours)), 0, BigDecimal.valueOf(quantity)));
    }
}
