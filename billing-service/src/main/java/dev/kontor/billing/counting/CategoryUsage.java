package dev.kontor.billing.counting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a customer used of a category, in the stretches of time in which one of its products was selected. A level from before
 * a stretch is carried into it until the category is reported for the first time within it (domain.md rule 20).
 */
final class CategoryUsage {

    /** From this many days on without a repetition a level is stale. */
    private static final int STALE_AFTER = 31;

    private final List<Stretch> stretches;
    private final List<String> products;
    private final List<Levels> levels;
    private final Integer levelsEndAfter;

    /** The stretch looked at last, since days come in order. */
    private Carried carried;

    /**
     * Makes one.
     *
     * @param products one for each of {@code levels}
     * @param levelsEndAfter days; null for never
     */
    CategoryUsage(List<Segment> selected, List<String> products, List<Levels> levels, Integer levelsEndAfter) {
        this.stretches = Stretch.of(selected);
        this.products = products;
        this.levels = levels;
        this.levelsEndAfter = levelsEndAfter;
    }

    /** The days on which a licence was selected, from the day of the first usage on. */
    List<DayCount> days(Period period, boolean withDaysThatEndIt) {
        var days = new ArrayList<DayCount>();
        if (levels.isEmpty()) {
            return days;
        }
        for (var day : period.days()) {
            var stretch = selectedOn(day);
            if (stretch != null && (withDaysThatEndIt || !stretch.endsWithin(day))) {
                var count = count(day, stretch);
                if (count != null) {
                    days.add(count);
                }
            }
        }
        return days;
    }

    /** Empty where no licence covers any of the day. */
    Optional<CoveredPart> covered(Period.Day day) {
        var stretch = selectedOn(day);
        if (stretch == null) {
            return Optional.empty();
        }
        var until = until(day, stretch);
        var counted = new TreeSet<String>();
        for (var i = 0; i < levels.size(); i++) {
            if (carried(stretch).counts(i, until)) {
                counted.add(products.get(i));
            }
        }
        return Optional.of(new CoveredPart(from(day, stretch), until, stretch.product(), counted));
    }

    /** A day belongs to what was selected last on it. */
    private Stretch selectedOn(Period.Day day) {
        for (var i = stretches.size() - 1; i >= 0; i--) {
            if (stretches.get(i).overlaps(day)) {
                return stretches.get(i);
            }
        }
        return null;
    }

    private static Instant from(Period.Day day, Stretch stretch) {
        return day.start().isAfter(stretch.from()) ? day.start() : stretch.from();
    }

    private static Instant until(Period.Day day, Stretch stretch) {
        return stretch.endsWithin(day) ? stretch.until() : day.end();
    }

    /** Null before the first report. */
    private DayCount count(Period.Day day, Stretch stretch) {
        var from = from(day, stretch);
        var until = until(day, stretch);
        DayCount sum = null;
        for (var i = 0; i < levels.size(); i++) {
            var count = carried(stretch).counts(i, until)
                    ? count(day, stretch.product(), levels.get(i), from, until, levelsEndAfter)
                    : null;
            if (count != null) {
                sum = sum == null ? count : sum.plus(count);
            }
        }
        return sum;
    }

    private Carried carried(Stretch stretch) {
        if (carried == null || !carried.stretch.equals(stretch)) {
            carried = new Carried(stretch);
        }
        return carried;
    }

    /**
     * One product's day. Only reports from within count as its highest: a trial's level must not be billed at the conversion.
     *
     * @return null before the first report
     */
    static DayCount count(
            Period.Day day, String product, Levels levels, Instant from, Instant until, Integer levelsEndAfter) {
        var last = levels.lastBefore(until).orElse(null);
        if (last == null) {
            return null;
        }
        var highest = levels.highestWithin(from, until).orElse(null);
        if (highest == null && levelsEndAfter != null && isOld(last, day, levelsEndAfter)) {
            return new DayCount(
                    day.date(), product, BigDecimal.ZERO, BigDecimal.ZERO, last.observedAt(), false, BigDecimal.ZERO);
        }
        var quantity = highest == null ? last.quantity() : highest.quantity();
        return new DayCount(
                day.date(),
                product,
                quantity,
                last.quantity(),
                last.observedAt(),
                highest != null && highest.reported(),
                highest == null && isOld(last, day, STALE_AFTER) ? quantity : BigDecimal.ZERO);
    }

    /** Devices that are counted were seen in the last 30 days, so a level that nobody reported is never old. */
    private static boolean isOld(Level level, Period.Day day, int days) {
        return level.reported() && level.observedAt().isBefore(day.start().minus(Duration.ofDays(days - 1L)));
    }

    /** When what was carried into a stretch ends, and since when each product is reported within it. */
    private final class Carried {

        private final Stretch stretch;
        private final List<Instant> firstReports = new ArrayList<>();
        private final Instant end;

        Carried(Stretch stretch) {
            this.stretch = stretch;
            levels.forEach(
                    its -> firstReports.add(its.firstReportFrom(stretch.from()).orElse(null)));
            this.end = firstReports.stream()
                    .filter(Objects::nonNull)
                    .min(Instant::compareTo)
                    .orElse(null);
        }

        boolean counts(int product, Instant until) {
            var first = firstReports.get(product);
            return end == null || !end.isBefore(until) || (first != null && first.isBefore(until));
        }
    }
}
