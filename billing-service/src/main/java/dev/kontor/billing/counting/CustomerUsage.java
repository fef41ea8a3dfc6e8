package dev.kontor.billing.counting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What one customer used and which monthly licences it had selected.
 *
 * @param levels by the product they were reported for
 * @param categories of those products
 * @param segments monthly licences only: trial and term usage is recorded and shown, never billed
 */
public record CustomerUsage(Map<String, Levels> levels, Map<String, String> categories, List<Segment> segments) {

    /** One product's days as they are shown, whatever licence there was; none before its first report. */
    public static List<DayCount> shown(String product, Levels levels, Period period) {
        return period.days().stream()
                .map(day -> count(day.date(), product, levels, day.start(), day.end()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What the month is billed by; empty before the first usage, which is when billing starts (rule 10). */
    public List<MonthCount> count(Period period, Proration proration, Function<String, CountRule> rules) {
        Map<String, List<Segment>> byCategory =
                segments.stream().collect(groupingBy(Segment::category, TreeMap::new, toList()));
        var counts = new ArrayList<MonthCount>();
        byCategory.forEach((category, selected) -> {
            var days = days(category, selected, period);
            if (days.isEmpty()) {
                return;
            }
            switch (proration) {
                case FULL_MONTH -> counts.add(fullMonth(period, days, selected, rules));
                case BY_DAY ->
                    days.stream()
                            .collect(groupingBy(DayCount::product, TreeMap::new, toList()))
                            .forEach(
                                    (product, itsDays) -> counts.add(byDay(period, product, itsDays, selected, rules)));
            }
        });
        return counts;
    }

    private List<DayCount> days(String category, List<Segment> selected, Period period) {
        var its = levels.entrySet().stream()
                .filter(entry -> category.equals(categories.get(entry.getKey())))
                .map(Map.Entry::getValue)
                .toList();
        return its.isEmpty()
                ? List.of()
                : period.days().stream()
                        .map(day -> day(day, its, selected))
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** Null where no licence was selected, or nothing was reported yet. */
    private static DayCount day(Period.Day day, List<Levels> levels, List<Segment> selected) {
        var covered = CoveredPart.of(day, selected).orElse(null);
        if (covered == null) {
            return null;
        }
        DayCount sum = null;
        for (var its : levels) {
            var count = count(day.date(), covered.product(), its, covered.from(), covered.until());
            if (count != null) {
                sum = sum == null ? count : sum.plus(count);
            }
        }
        return sum;
    }

    /**
     * Null before the first report. Only reports from within count as the day's highest: a trial's level must not be
     * billed at the conversion.
     */
    private static DayCount count(LocalDate day, String product, Levels levels, Instant from, Instant until) {
        var last = levels.lastBefore(until);
        if (last.isEmpty()) {
            return null;
        }
        var highest = levels.highestWithin(from, until);
        return new DayCount(
                day,
                product,
                highest.orElse(last.get()).quantity(),
                last.get().quantity(),
                last.get().observedAt(),
                highest.map(Level::reported).orElse(false));
    }

    private static MonthCount fullMonth(
            Period period, List<DayCount> days, List<Segment> selected, Function<String, CountRule> rules) {
        var product = days.get(days.size() - 1).product();
        var rule = rules.apply(product);
        var quantity = rule.apply(period, days);
        return new MonthCount(
                product,
                ordered(product, selected, period),
                quantity.value(),
                quantity.value(),
                rule.method(),
                quantity.asOf());
    }

    private static MonthCount byDay(
            Period period,
            String product,
            List<DayCount> days,
            List<Segment> selected,
            Function<String, CountRule> rules) {
        var rule = rules.apply(product);
        var quantity = rule.apply(period, days);
        var billable = quantity.value()
                .multiply(BigDecimal.valueOf(days.size()))
                .divide(BigDecimal.valueOf(period.month().lengthOfMonth()), CountRule.SCALE, RoundingMode.HALF_UP);
        return new MonthCount(
                product,
                ordered(product, selected, period),
                quantity.value(),
                billable,
                rule.method(),
                quantity.asOf());
    }

    private static BigDecimal ordered(String product, List<Segment> selected, Period period) {
        return selected.stream()
                .filter(segment -> segment.product().equals(product))
                .filter(segment -> segment.overlaps(Period.start(period.month()), period.until()))
                .max(Segment.SELECTED_LATER)
                .map(Segment::ordered)
                .orElse(null);
    }
}
