package dev.kontor.billing.usage;

import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.copies.Products;
import dev.kontor.billing.counting.CustomerUsage;
import dev.kontor.billing.counting.Levels;
import dev.kontor.billing.counting.MonthCount;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.counting.Segment;
import dev.kontor.billing.rating.PriceBook;
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
import java.util.function.BiConsumer;
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
    public Map<UUID, List<MonthCount>> of(Partner partner, Period period, PriceBook book) {
        return count(partner, period, book, selections.of(partner.id(), period.month(), null));
    }

    /** The same of one customer, as it is billed. */
    List<MonthCount> of(Partner partner, Period period, PriceBook book, UUID customerId) {
        return count(partner, period, book, selections.of(partner.id(), period.month(), customerId))
                .getOrDefault(customerId, List.of());
    }

    private Map<UUID, List<MonthCount>> count(
            Partner partner, Period period, PriceBook book, Map<UUID, List<Segment>> segments) {
        var categories = products.categories();
        var counts = new ConcurrentHashMap<UUID, List<MonthCount>>();
        BiConsumer<UUID, Map<String, Levels>> count = (customer, its) -> counts.put(
                customer,
                new CustomerUsage(its, categories, segments.get(customer))
                        .count(period, book.proration(), book::countRule));
        var rest = new TreeSet<>(segments.keySet());
        if (rest.size() > AT_A_TIME) {
            var together = new HashSet<>(rest);
            together.removeIf(customer -> changesWithinADay(segments.get(customer), period.month()));
            together.removeAll(levels.observed(partner.id()));
            levels.eachByDay(partner.id(), period.month(), (customer, its) -> {
                if (together.contains(customer)) {
                    count.accept(customer, its);
                }
            });
            rest.removeAll(together);
        }
        var customers = List.copyOf(rest);
        for (var from = 0; from < customers.size(); from += AT_A_TIME) {
            var some = customers.subList(from, Math.min(customers.size(), from + AT_A_TIME));
            levels(partner, period.month(), some, segments).forEach(count);
        }
        return counts;
    }

    private Map<UUID, Map<String, Levels>> levels(
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
        var byCustomer = new HashMap<UUID, Map<String, Levels>>();
        found.forEach((series, its) -> byCustomer
                .computeIfAbsent(series.customerId(), customer -> new HashMap<>())
                .put(series.product(), its));
        return byCustomer;
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
