package dev.kontor.billing.model;

import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.Level;
import dev.kontor.billing.counting.Proration;
import dev.kontor.billing.counting.Segment;
import dev.kontor.billing.counting.Sighting;
import dev.kontor.billing.rating.PriceEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

/** Counting and rating once more, as plainly as the rules are written down, and as slowly: every day from all there is. */
final class PlainModel {

    private PlainModel() {}

    /** What was reported of one customer's product. */
    record Reported(List<Level> records, List<Sighting> sightings) {}

    /** A day's two numbers. */
    private record Day(LocalDate day, String product, BigDecimal highest, BigDecimal last, LocalDate lastOn) {}

    /** What a customer is billed of a product. */
    record Billed(String product, BigDecimal billable) {}

    // --- Counting

    static List<Billed> count(
            YearMonth month,
            Map<String, Reported> usage,
            Map<String, String> categories,
            List<Segment> segments,
            CountRule rule,
            Proration proration) {
        var billed = new ArrayList<Billed>();
        for (var category : new TreeSet<>(categories.values())) {
            var days = new ArrayList<Day>();
            for (var d = 1; d <= month.lengthOfMonth(); d++) {
                var day = day(month.atDay(d), category, usage, categories, segments);
                if (day != null) {
                    days.add(day);
                }
            }
            if (days.isEmpty()) {
                continue;
            }
            if (proration == Proration.FULL_MONTH) {
                billed.add(new Billed(days.get(days.size() - 1).product(), quantity(month, rule, days)));
                continue;
            }
            var byProduct = new TreeMap<String, List<Day>>();
            days.forEach(day -> byProduct
                    .computeIfAbsent(day.product(), product -> new ArrayList<>())
                    .add(day));
            byProduct.forEach((product, its) -> billed.add(new Billed(
                    product,
                    quantity(month, rule, its)
                            .multiply(BigDecimal.valueOf(its.size()))
                            .divide(BigDecimal.valueOf(month.lengthOfMonth()), 8, RoundingMode.HALF_UP))));
        }
        return billed;
    }

    private static Day day(
            LocalDate day,
            String category,
            Map<String, Reported> usage,
            Map<String, String> categories,
            List<Segment> segments) {
        var begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant from = null;
        Instant until = null;
        Segment selected = null;
        for (var segment : segments) {
            var until1 = segment.until() == null || segment.until().isAfter(end) ? end : segment.until();
            var from1 = segment.from().isBefore(begin) ? begin : segment.from();
            if (!segment.category().equals(category) || !from1.isBefore(until1)) {
                continue;
            }
            from = from == null || from1.isBefore(from) ? from1 : from;
            until = until == null || until1.isAfter(until) ? until1 : until;
            var later = selected == null
                    || segment.from().isAfter(selected.from())
                    || (segment.from().equals(selected.from())
                            && segment.product().compareTo(selected.product()) > 0);
            selected = later ? segment : selected;
        }
        if (selected == null) {
            return null;
        }
        Day sum = null;
        for (var product : usage.entrySet()) {
            var one = category.equals(categories.get(product.getKey()))
                    ? level(day, selected.product(), product.getValue(), from, until)
                    : null;
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

    private static BigDecimal quantity(YearMonth month, CountRule rule, List<Day> days) {
        var latest = days.get(days.size() - 1);
        if (rule.method() == CountMethod.LAST_SNAPSHOT) {
            return latest.last();
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
            case PEAK -> peak;
            case AVERAGE -> sum.divide(BigDecimal.valueOf(days.size()), 8, RoundingMode.HALF_UP);
            default -> onDay;
        };
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    // --- Rating

    /** Each customer's amount of one product. */
    static Map<String, BigDecimal> rate(PriceEntry price, int digits, Map<String, BigDecimal> quantities) {
        var sum = quantities.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var amount = amount(price, sum).setScale(digits, RoundingMode.HALF_UP);
        var smallest = BigDecimal.ONE.movePointLeft(digits);
        var shares = new TreeMap<String, BigDecimal>();
        var wanting = new LinkedHashMap<String, BigDecimal>();
        var given = BigDecimal.ZERO;
        for (var customer : new TreeSet<>(quantities.keySet())) {
            var exact = sum.signum() == 0
                    ? BigDecimal.ZERO
                    : amount.multiply(quantities.get(customer)).divide(sum, 60, RoundingMode.DOWN);
            var share = exact.setScale(digits, RoundingMode.DOWN);
            shares.put(customer, share);
            wanting.put(customer, exact.subtract(share));
            given = given.add(share);
        }
        while (given.compareTo(amount) < 0 && sum.signum() > 0) {
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

    private static BigDecimal amount(PriceEntry price, BigDecimal quantity) {
        if (quantity.signum() == 0) {
            return BigDecimal.ZERO;
        }
        var amount = BigDecimal.ZERO;
        var below = BigDecimal.ZERO;
        for (var band : price.bands()) {
            var reached = band.upTo() == null || quantity.compareTo(band.upTo()) <= 0;
            var fee = band.flatFee() == null ? BigDecimal.ZERO : band.flatFee();
            switch (price.model()) {
                case GRADUATED ->
                    amount = amount.add(fee)
                            .add((reached ? quantity : band.upTo())
                                    .subtract(below)
                                    .multiply(band.unitPrice()));
                case PACKAGE -> {
                    amount = fee;
                    for (var left = quantity; left.signum() > 0; left = left.subtract(price.packageSize())) {
                        amount = amount.add(band.unitPrice());
                    }
                }
                default -> amount = quantity.multiply(band.unitPrice()).add(fee);
            }
            if (reached) {
                break;
            }
            below = band.upTo();
        }
        amount = price.minimum() == null ? amount : amount.max(price.minimum());
        return price.maximum() == null ? amount : amount.min(price.maximum());
    }
}
