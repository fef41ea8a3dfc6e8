package dev.kontor.billing.counting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one customer used and which monthly licences it had selected.
 *
 * @param levels by the product they were reported for
 * @param categories of those products
 * @param segments monthly licences only: trial and term usage is recorded and shown, never billed
 */
public record CustomerUsage(Map<String, Levels> levels, Map<String, String> categories, List<Segment> segments) {

    /**
     * One product's days as they are shown, whatever licence there was; none before its first report.
     *
     * @param levelsEndAfter days; null for never
     */
    public static List<DayCount> shown(String product, Levels levels, Period period, Integer levelsEndAfter) {
        return period.days().stream()
                .map(day -> CategoryUsage.count(day, product, levels, day.start(), day.end(), levelsEndAfter))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * What the month is billed by; empty before the first usage, which is when billing starts (rule 10), but for what is owed
     * without any.
     */
    public List<MonthCount> count(Period period, CountingTerms terms) {
        Map<String, List<Segment>> byCategory =
                segments.stream().collect(groupingBy(Segment::category, TreeMap::new, toList()));
        var counts = new ArrayList<MonthCount>();
        byCategory.forEach((category, selected) -> {
            var used = new TreeMap<String, MonthCount>();
            var byDay = terms.proration() == Proration.BY_DAY;
            var days = usage(category, selected, terms.levelsEndAfter()).days(period, !byDay);
            if (!days.isEmpty() && !byDay && terms.onProductChange() == ProductChange.LAST) {
                var last = days.get(days.size() - 1).product();
                used.put(last, count(last, days, selected, period, terms));
            } else {
                days.stream()
                        .collect(groupingBy(DayCount::product, TreeMap::new, toList()))
                        .forEach((product, its) -> used.put(product, count(product, its, selected, period, terms)));
            }
            counts.addAll(used.values());
            running(selected, period).stream()
                    .filter(product ->
                            !used.containsKey(product) && terms.owedUnused().test(product))
                    .forEach(product -> counts.add(MonthCount.unused(
                            product,
                            ordered(product, selected, period),
                            terms.rules().apply(product))));
        });
        return counts;
    }

    /** What a category's day is billed by; empty where no monthly licence covers any of it. */
    public Optional<CoveredPart> covered(Period.Day day, String category) {
        var selected = segments.stream()
                .filter(segment -> segment.category().equals(category))
                .toList();
        return usage(category, selected, null).covered(day);
    }

    private CategoryUsage usage(String category, List<Segment> selected, Integer levelsEndAfter) {
        var products = new ArrayList<String>();
        var its = new ArrayList<Levels>();
        levels.forEach((product, reported) -> {
            if (category.equals(categories.get(product))) {
                products.add(product);
                its.add(reported);
            }
        });
        return new CategoryUsage(selected, products, its, levelsEndAfter);
    }

    private static MonthCount count(
            String product, List<DayCount> days, List<Segment> selected, Period period, CountingTerms terms) {
        var rule = terms.rules().apply(product);
        var quantity = rule.apply(period, days);
        var billable =
                switch (terms.proration()) {
                    case FULL_MONTH -> quantity.value();
                    case BY_DAY ->
                        quantity.value().times(days.size(), period.month().lengthOfMonth());
                };
        return new MonthCount(
                product,
                ordered(product, selected, period),
                quantity.value(),
                billable,
                rule.method(),
                quantity.asOf(),
                days.get(days.size() - 1).stale());
    }

    private static TreeSet<String> running(List<Segment> selected, Period period) {
        var products = new TreeSet<String>();
        selected.stream()
                .filter(segment -> segment.overlaps(Period.start(period.month()), period.until()))
                .forEach(segment -> products.add(segment.product()));
        return products;
    }

    /** As it was ordered last. */
    public static BigDecimal ordered(String product, List<Segment> selected, Period period) {
        return selected.stream()
                .filter(segment -> segment.product().equals(product))
                .filter(segment -> segment.overlaps(Period.start(period.month()), period.until()))
                .max(Segment.SELECTED_LATER)
                .map(Segment::ordered)
                .orElse(null);
    }
}
