package dev.kontor.billing.rules2026a;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.kontor.billing.counting.CountingTerms;
import dev.kontor.billing.counting.CoveredPart;
import dev.kontor.billing.counting.CustomerUsage;
import dev.kontor.billing.counting.DayCount;
import dev.kontor.billing.counting.Fraction;
import dev.kontor.billing.counting.Level;
import dev.kontor.billing.counting.Levels;
import dev.kontor.billing.counting.MonthCount;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.counting.Proration;
import dev.kontor.billing.counting.Segment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts a customer's month as months were counted that were closed before December 2026. */
public final class Counting2026a {

    /** Digits kept of a mean, and of a quantity taken by the day. */
    private static final int SCALE = 8;

    private Counting2026a() {}

    /** What the month is billed by; empty before the first usage. */
    public static List<MonthCount> count(CustomerUsage usage, Period period, CountingTerms terms) {
        Map<String, List<Segment>> byCategory =
                usage.segments().stream().collect(groupingBy(Segment::category, TreeMap::new, toList()));
        var counts = new ArrayList<MonthCount>();
        byCategory.forEach((category, selected) -> {
            var days = days(usage, category, selected, period);
            if (days.isEmpty()) {
                return;
            }
            if (terms.proration() == Proration.FULL_MONTH) {
                counts.add(count(days.get(days.size() - 1).product(), days, selected, period, terms));
            } else {
                days.stream()
                        .collect(groupingBy(DayCount::product, TreeMap::new, toList()))
                        .forEach((product, its) -> counts.add(count(product, its, selected, period, terms)));
            }
        });
        return counts;
    }

    private static MonthCount count(
            String product, List<DayCount> days, List<Segment> selected, Period period, CountingTerms terms) {
        var rule = terms.rules().apply(product);
        var quantity = rule.apply(period, days);
        var actual = Fraction.of(quantity.value().rounded(SCALE));
        var billable = terms.proration() == Proration.FULL_MONTH
                ? actual
                : Fraction.of(actual.times(days.size(), period.month().lengthOfMonth())
                        .rounded(SCALE));
        return new MonthCount(
                product,
                CustomerUsage.ordered(product, selected, period),
                actual,
                billable,
                rule.method(),
                quantity.asOf(),
                BigDecimal.ZERO);
    }

    private static List<DayCount> days(CustomerUsage usage, String category, List<Segment> selected, Period period) {
        var its = usage.levels().entrySet().stream()
                .filter(entry -> category.equals(usage.categories().get(entry.getKey())))
                .map(Map.Entry::getValue)
                .toList();
        return period.days().stream()
                .map(day -> day(day, its, selected))
                .filter(Objects::nonNull)
                .toList();
    }

    private static DayCount day(Period.Day day, List<Levels> levels, List<Segment> selected) {
        var covering = covering(day, selected);
        if (covering.isEmpty()) {
            return null;
        }
        var from = from(day, covering);
        var until = until(day, covering);
        var product = covering.get(covering.size() - 1).product();
        return levels.stream()
                .map(its -> day(day.date(), product, its, from, until))
                .filter(Objects::nonNull)
                .reduce(DayCount::plus)
                .orElse(null);
    }

    private static DayCount day(LocalDate day, String product, Levels levels, Instant from, Instant until) {
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
                highest.map(Level::reported).orElse(false),
                BigDecimal.ZERO);
    }

    /** The part of a category's day that counted; empty where no monthly licence covered any of it. */
    public static Optional<CoveredPart> covered(CustomerUsage usage, Period.Day day, String category) {
        var covering = covering(
                day,
                usage.segments().stream()
                        .filter(segment -> segment.category().equals(category))
                        .toList());
        return covering.isEmpty()
                ? Optional.empty()
                : Optional.of(new CoveredPart(
                        from(day, covering),
                        until(day, covering),
                        covering.get(covering.size() - 1).product(),
                        usage.levels().keySet().stream()
                                .filter(product ->
                                        category.equals(usage.categories().get(product)))
                                .collect(Collectors.toSet())));
    }

    private static List<Segment> covering(Period.Day day, List<Segment> selected) {
        return selected.stream()
                .filter(segment -> segment.overlaps(day.start(), day.end()))
                .sorted(Segment.SELECTED_LATER)
                .toList();
    }

    private static Instant from(Period.Day day, List<Segment> covering) {
        var first = covering.get(0).from();
        return first.isAfter(day.start()) ? first : day.start();
    }

    private static Instant until(Period.Day day, List<Segment> covering) {
        return covering.stream()
                .map(segment ->
                        segment.until() == null || segment.until().isAfter(day.end()) ? day.end() : segment.until())
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
