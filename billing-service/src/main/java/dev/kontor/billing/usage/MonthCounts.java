package dev.kontor.billing.usage;

import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.copies.Products;
import dev.kontor.billing.counting.CountingTerms;
import dev.kontor.billing.counting.CustomerUsage;
import dev.kontor.billing.counting.Levels;
import dev.kontor.billing.counting.MonthCount;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.counting.Segment;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rules.Rules;
import dev.kontor.billing.rules.RulesVersion;
import dev.kontor.billing.storedusage.Series;
import dev.kontor.billing.storedusage.UsageLevels;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Counts what a partner's customers are billed by: those of a large partner in one pass over its days, the rest some at a
 * time, since a month's levels are too many to hold.
 */
@ApplicationScoped
public class MonthCounts {

    private static final int AT_A_TIME = 250;

    private final UsageLevels levels;
    private final Selections selections;
    private final Products products;

    MonthCounts(UsageLevels levels, Selections selections, Products products) {
        this.levels = levels;
        this.selections = selections;
        this.products = products;
    }

    /** Every customer's billed products. */
    public Map<UUID, List<MonthCount>> of(Partner partner, Period period, PriceBook book, Rules rules) {
        return count(partner, period, book, rules, selections.of(partner.id(), period.month(), null));
    }

    /** The same from what had arrived up to a place in the order of arrivals, as if nothing had come since. */
    public Map<UUID, List<MonthCount>> upTo(
            long arrivals, Partner partner, Period period, PriceBook book, Rules rules) {
        var month = period.month();
        if (!levels.laterThan(arrivals, partner.id(), month)) {
            return of(partner, period, book, rules);
        }
        var segments = selections.of(partner.id(), month, null);
        var counter = new Counter(period, book, rules, segments);
        some(
                List.copyOf(segments.keySet()),
                customers -> counter.count(levels.upTo(arrivals, partner.id(), month, customers)));
        return counter.counts();
    }

    /** The same of one customer, as it is billed. */
    List<MonthCount> upTo(long arrivals, Partner partner, Period period, PriceBook book, Rules rules, UUID customerId) {
        var segments = selections.of(partner.id(), period.month(), customerId);
        var counter = new Counter(period, book, rules, segments);
        counter.count(levels.upTo(arrivals, partner.id(), period.month(), List.of(customerId)));
        return counter.counts().getOrDefault(customerId, List.of());
    }

    private static void some(List<UUID> customers, Consumer<List<UUID>> each) {
        for (var from = 0; from < customers.size(); from += AT_A_TIME) {
            each.accept(customers.subList(from, Math.min(customers.size(), from + AT_A_TIME)));
        }
    }

    /** Counts one customer after the other, on several threads. */
    private final class Counter {

        private final Map<String, String> categories = products.categories();
        private final Map<UUID, List<MonthCount>> counts = new ConcurrentHashMap<>();
        private final Period period;
        private final CountingTerms terms;
        private final RulesVersion rules;
        private final Map<UUID, List<Segment>> segments;

        Counter(Period period, PriceBook book, Rules rules, Map<UUID, List<Segment>> segments) {
            this.period = period;
            this.terms = book.terms(rules.levelsEndAfter());
            this.rules = rules.version();
            this.segments = segments;
        }

        void count(UUID customer, Map<String, Levels> levels) {
            var usage = new CustomerUsage(levels, categories, segments.getOrDefault(customer, List.of()));
            counts.put(customer, rules.count(usage, period, terms));
        }

        void count(Map<Series, Levels> found) {
            var byCustomer = new HashMap<UUID, Map<String, Levels>>();
            found.forEach((series, its) -> byCustomer
                    .computeIfAbsent(series.customerId(), customer -> new HashMap<>())
                    .put(series.product(), its));
            byCustomer.forEach(this::count);
        }

        /** Those of whom nothing was ever reported included: a minimum is owed for their licences, too. */
        Map<UUID, List<MonthCount>> counts() {
            segments.keySet().stream()
                    .filter(customer -> !counts.containsKey(customer))
                    .forEach(customer -> count(customer, Map.of()));
            return counts;
        }
    }

    private Map<UUID, List<MonthCount>> count(
            Partner partner, Period period, PriceBook book, Rules rules, Map<UUID, List<Segment>> segments) {
        var counter = new Counter(period, book, rules, segments);
        var rest = new TreeSet<>(segments.keySet());
        if (rest.size() > AT_A_TIME) {
            var together = new HashSet<>(rest);
            together.removeIf(customer -> changesWithinADay(segments.get(customer), period.month()));
            together.removeAll(levels.observed(partner.id()));
            levels.eachByDay(partner.id(), period.month(), (customer, its) -> {
                if (together.contains(customer)) {
                    counter.count(customer, its);
                }
            });
            rest.removeAll(together);
        }
        some(List.copyOf(rest), customers -> counter.count(levels(partner, period.month(), customers, segments)));
        return counter.counts();
    }

    private Map<Series, Levels> levels(
            Partner partner, YearMonth month, List<UUID> customers, Map<UUID, List<Segment>> segments) {
        var byDay = new ArrayList<UUID>();
        var byInstant = new ArrayList<UUID>();
        customers.forEach(
                customer -> (changesWithinADay(segments.get(customer), month) ? byInstant : byDay).add(customer));
        var found = new HashMap<Series, Levels>();
        if (!byDay.isEmpty()) {
            found.putAll(levels.byDay(partner.id(), month, byDay));
        }
        if (!byInstant.isEmpty()) {
            found.putAll(levels.byInstant(partner.id(), month, byInstant));
        }
        return found;
    }

    private static boolean changesWithinADay(List<Segment> segments, YearMonth month) {
        return segments.stream()
                .flatMap(segment ->
                        Stream.of(segment.from(), segment.until() == null ? segment.from() : segment.until()))
                .filter(edge -> edge.isAfter(Period.start(month)) && edge.isBefore(Period.end(month)))
                .anyMatch(edge -> !edge.equals(startOfDay(edge)));
    }

    private static Instant startOfDay(Instant instant) {
        return instant.truncatedTo(ChronoUnit.DAYS);
    }
}
