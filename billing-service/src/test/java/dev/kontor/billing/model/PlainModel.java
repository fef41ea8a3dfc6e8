package dev.kontor.billing.model;

import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.Level;
import dev.kontor.billing.counting.ProductChange;
import dev.kontor.billing.counting.Proration;
import dev.kontor.billing.counting.Segment;
import dev.kontor.billing.counting.Sighting;
import dev.kontor.billing.rating.Band;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rating.PriceEntry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Counting and rating once more, as plainly as the rules are written down, and as slowly: every day from all there is. */
final class PlainModel {

    private static final Duration HOUR = Duration.ofHours(1);

    private PlainModel() {}

    /** What was reported of one customer's product. */
    record Reported(List<Level> records, List<Sighting> sightings) {}

    /** A day's two numbers. */
    private record Day(LocalDate day, String product, BigDecimal highest, BigDecimal last, LocalDate lastOn) {}

    /** What a customer is billed of a product; unused where it only holds a licence of it. */
    record Billed(String product, Exact billable, boolean used) {}

    // --- Counting

    static List<Billed> count(
            YearMonth month,
            Map<String, Reported> usage,
            Map<String, String> categories,
            List<Segment> segments,
            CountRule rule,
            PriceBook book) {
        var billed = new ArrayList<Billed>();
        var byDay = book.proration() == Proration.BY_DAY;
        for (var category : new TreeSet<>(categories.values())) {
            var days = new ArrayList<Day>();
            for (var d = 1; d <= month.lengthOfMonth(); d++) {
                var day = day(month.atDay(d), category, usage, categories, segments, byDay);
                if (day != null) {
                    days.add(day);
                }
            }
            var byProduct = new TreeMap<String, List<Day>>();
            for (var day : days) {
                var whose = !byDay && book.onProductChange() == ProductChange.LAST
                        ? days.get(days.size() - 1).product()
                        : day.product();
                byProduct.computeIfAbsent(whose, product -> new ArrayList<>()).add(day);
            }
            byProduct.forEach((product, its) -> {
                var quantity = quantity(month, rule, its);
                billed.add(new Billed(
                        product, byDay ? quantity.times(its.size()).over(month.lengthOfMonth()) : quantity, true));
            });
            var begin = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            var end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            for (var product : categories.keySet()) {
                var held = segments.stream()
                        .anyMatch(segment -> segment.product().equals(product)
                                && segment.category().equals(category)
                                && anyHour(begin, end, hour -> covers(segment, hour)));
                var minimum = book.entries().get(product).minimum();
                if (held && minimum != null && minimum.signum() > 0 && !byProduct.containsKey(product)) {
                    billed.add(new Billed(product, Exact.ZERO, false));
                }
            }
        }
        return billed;
    }

    private static boolean anyHour(Instant from, Instant until, Predicate<Instant> holds) {
        for (var hour = from; hour.isBefore(until); hour = hour.plus(HOUR)) {
            if (holds.test(hour)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(Segment segment, Instant hour) {
        return !hour.isBefore(segment.from()) && (segment.until() == null || hour.isBefore(segment.until()));
    }

    /** What is selected in an hour: worlds change on the hour. */
    private static String selected(String category, List<Segment> segments, Instant hour) {
        Segment selected = null;
        for (var segment : segments) {
            if (segment.category().equals(category) && covers(segment, hour)) {
                var later = selected == null
                        || segment.from().isAfter(selected.from())
                        || (segment.from().equals(selected.from())
                                && segment.product().compareTo(selected.product()) > 0);
                selected = later ? segment : selected;
            }
        }
        return selected == null ? null : selected.product();
    }

    private static Day day(
            LocalDate day,
            String category,
            Map<String, Reported> usage,
            Map<String, String> categories,
            List<Segment> segments,
            boolean wholeDays) {
        var begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var until = end;
        while (until.isAfter(begin) && selected(category, segments, until.minus(HOUR)) == null) {
            until = until.minus(HOUR);
        }
        if (!until.isAfter(begin) || (wholeDays && until.isBefore(end))) {
            return null;
        }
        var product = selected(category, segments, until.minus(HOUR));
        var since = until.minus(HOUR);
        while (product.equals(selected(category, segments, since.minus(HOUR)))) {
            since = since.minus(HOUR);
        }
        var from = since.isBefore(begin) ? begin : since;
        var reportedAgain = new HashSet<String>();
        for (var its : usage.entrySet()) {
            if (category.equals(categories.get(its.getKey())) && isReported(its.getValue(), since, until)) {
                reportedAgain.add(its.getKey());
            }
        }
        Day sum = null;
        for (var its : usage.entrySet()) {
            var counts = category.equals(categories.get(its.getKey()))
                    && (reportedAgain.isEmpty() || reportedAgain.contains(its.getKey()));
            var one = counts ? level(day, product, its.getValue(), from, until) : null;
            if (one != null) {
                sum = sum == null
                        ? one
                        : new Day(
                                day,
                                one.product(),
                                sum.highest().add(one.highest()),
                                sum.last().add(one.last()),
                                sum.lastOn().isAfter(one.lastOn()) ? sum.lastOn() : one.lastOn());
            }
        }
        return sum;
    }

    /** By a record on a day without a sighting, or by the last sighting of a day. */
    private static boolean isReported(Reported reported, Instant since, Instant until) {
        var observed = new HashSet<LocalDate>();
        reported.sightings().forEach(sighting -> observed.add(dayOf(sighting.lastSeenAt())));
        var times = new ArrayList<Instant>();
        for (var record : reported.records()) {
            if (!observed.contains(dayOf(record.observedAt()))) {
                times.add(record.observedAt());
            }
        }
        for (var sighting : reported.sightings()) {
            if (lastOfItsDay(sighting.lastSeenAt(), reported.sightings())) {
                times.add(sighting.lastSeenAt());
            }
        }
        return times.stream().anyMatch(at -> !at.isBefore(since) && at.isBefore(until));
    }

    /** All that says anything about the product up to then, one by one. */
    private static Day level(LocalDate day, String product, Reported reported, Instant from, Instant until) {
        Set<LocalDate> observed = new HashSet<>();
        reported.sightings().forEach(sighting -> observed.add(dayOf(sighting.lastSeenAt())));
        BigDecimal highest = null;
        BigDecimal last = null;
        Instant lastAt = null;
        long lastArrival = 0;
        for (Level record : reported.records()) {
            if (observed.contains(dayOf(record.observedAt()))
                    || !record.observedAt().isBefore(until)) {
                continue;
            }
            if (lastAt == null
                    || record.observedAt().isAfter(lastAt)
                    || (record.observedAt().equals(lastAt) && record.arrival() > lastArrival)) {
                last = record.quantity();
                lastAt = record.observedAt();
                lastArrival = record.arrival();
            }
            if (!record.observedAt().isBefore(from)) {
                highest = highest == null ? record.quantity() : highest.max(record.quantity());
            }
        }
        var lastRecordOn = lastAt == null ? null : dayOf(lastAt);
        var seenAt = reported.sightings().stream()
                .map(Sighting::lastSeenAt)
                .filter(at -> lastOfItsDay(at, reported.sightings()) && at.isBefore(until))
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (seenAt != null && (lastRecordOn == null || dayOf(seenAt).isAfter(lastRecordOn))) {
            // The devices speak: of this day, or where it has no sighting that counts yet, of the last day that had
            // one.
            var today = dayOf(seenAt).equals(day) || !observed.contains(day);
            var count = devices(today ? day : day.minusDays(1), reported.sightings());
            return new Day(day, product, count, count, dayOf(seenAt));
        }
        return last == null ? null : new Day(day, product, highest == null ? last : highest, last, lastRecordOn);
    }

    private static boolean lastOfItsDay(Instant at, List<Sighting> sightings) {
        return sightings.stream()
                .noneMatch(other -> other.lastSeenAt().isAfter(at)
                        && dayOf(other.lastSeenAt()).equals(dayOf(at)));
    }

    static BigDecimal devices(LocalDate day, List<Sighting> sightings) {
        var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var latest = new HashMap<String, Sighting>();
        sightings.stream()
                .filter(sighting -> sighting.lastSeenAt().isBefore(end))
                .sorted(Comparator.comparing(Sighting::lastSeenAt).thenComparing(Sighting::arrival))
                .forEach(sighting -> latest.put(sighting.deviceId(), sighting));
        var counted = new HashSet<String>();
        latest.forEach((device, sighting) -> {
            if (Duration.between(sighting.lastSeenAt(), end).compareTo(Duration.ofDays(30)) <= 0) {
                var alone = sighting.server() || sighting.userId() == null;
                counted.add(alone ? "device " + device : "user " + sighting.userId());
            }
        });
        return BigDecimal.valueOf(counted.size());
    }

    private static Exact quantity(YearMonth month, CountRule rule, List<Day> days) {
        var latest = days.get(days.size() - 1);
        if (rule.method() == CountMethod.LAST_SNAPSHOT) {
            return Exact.of(latest.last());
        }
        var peak = BigDecimal.ZERO;
        var sum = BigDecimal.ZERO;
        var onDay = BigDecimal.ZERO;
        for (var day : days) {
            peak = peak.max(day.highest());
            sum = sum.add(day.highest());
            var asked = rule.asOfDay() != null
                    && day.day().getDayOfMonth() == Math.min(rule.asOfDay(), month.lengthOfMonth());
            onDay = asked ? day.highest() : onDay;
        }
        return switch (rule.method()) {
            case PEAK -> Exact.of(peak);
            case AVERAGE -> Exact.of(sum).over(days.size());
            default -> Exact.of(onDay);
        };
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    // --- Rating

    /** Each customer's amount of one product. */
    static Map<String, BigDecimal> rate(PriceEntry price, int digits, Map<String, Exact> quantities) {
        var sum = quantities.values().stream().reduce(Exact.ZERO, Exact::plus);
        var weights = new TreeMap<>(quantities);
        if (sum.signum() == 0) {
            weights.replaceAll((customer, quantity) -> Exact.of(BigDecimal.ONE));
        }
        var whole = weights.values().stream().reduce(Exact.ZERO, Exact::plus);
        var amount = amount(price, sum).halfUp(digits);
        var smallest = BigDecimal.ONE.movePointLeft(digits);
        var shares = new TreeMap<String, BigDecimal>();
        var wanting = new LinkedHashMap<String, Exact>();
        var given = BigDecimal.ZERO;
        for (var customer : weights.keySet()) {
            var exact = Exact.of(amount).times(weights.get(customer)).over(whole);
            var share = exact.down(digits);
            shares.put(customer, share);
            wanting.put(customer, exact.minus(Exact.of(share)));
            given = given.add(share);
        }
        while (given.compareTo(amount) < 0) {
            String most = null;
            for (var candidate : wanting.entrySet()) {
                most = most == null || candidate.getValue().compareTo(wanting.get(most)) > 0
                        ? candidate.getKey()
                        : most;
            }
            shares.merge(most, smallest, BigDecimal::add);
            wanting.remove(most);
            given = given.add(smallest);
        }
        return shares;
    }

    static Exact amount(PriceEntry price, Exact quantity) {
        var amount = Exact.ZERO;
        var below = Exact.ZERO;
        for (var band : quantity.signum() == 0 ? List.<Band>of() : price.bands()) {
            var reached = band.upTo() == null || quantity.compareTo(Exact.of(band.upTo())) <= 0;
            var fee = Exact.of(band.flatFee() == null ? BigDecimal.ZERO : band.flatFee());
            var unitPrice = Exact.of(band.unitPrice());
            switch (price.model()) {
                case GRADUATED ->
                    amount = amount.plus(fee)
                            .plus((reached ? quantity : Exact.of(band.upTo()))
                                    .minus(below)
                                    .times(unitPrice));
                case PACKAGE -> {
                    amount = fee;
                    for (var left = quantity; left.signum() > 0; left = left.minus(Exact.of(price.packageSize()))) {
                        amount = amount.plus(unitPrice);
                    }
                }
                default -> amount = quantity.times(unitPrice).plus(fee);
            }
            if (reached) {
                break;
            }
            below = Exact.of(band.upTo());
        }
        var minimum = price.minimum() == null ? Exact.ZERO : Exact.of(price.minimum());
        amount = amount.compareTo(minimum) < 0 ? minimum : amount;
        var maximum = price.maximum() == null ? amount : Exact.of(price.maximum());
        return amount.compareTo(maximum) > 0 ? maximum : amount;
    }
}
