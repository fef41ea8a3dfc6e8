package dev.kontor.billing.ratedmonths;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.kontor.billing.counting.MonthCount;
import dev.kontor.billing.rating.CustomerQuantity;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rating.RatedProduct;
import dev.kontor.billing.rules.RulesVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A partner's month, rated.
 *
 * @param lines by product, then customer
 * @param total the sum of what the products cost: the lines must add up to it
 * @param withoutPrice products that were used and that the price book does not know
 * @param stale by product, then customer
 */
public record RatedMonth(
        List<BilledLine> lines, BigDecimal total, SortedSet<String> withoutPrice, List<StaleLevel> stale) {

    /** One part of so many may be stale. */
    private static final BigDecimal ONE_IN = BigDecimal.valueOf(5);

    private record Counted(UUID customerId, MonthCount count) {}

    /** Rates each product over all customers. */
    public static RatedMonth of(RulesVersion rules, PriceBook book, Map<UUID, List<MonthCount>> counts) {
        Map<String, List<Counted>> byProduct = counts.entrySet().stream()
                .flatMap(customer -> customer.getValue().stream().map(count -> new Counted(customer.getKey(), count)))
                .collect(groupingBy(counted -> counted.count().product(), TreeMap::new, toList()));
        var lines = new ArrayList<BilledLine>();
        var total = BigDecimal.ZERO.setScale(book.digits());
        var withoutPrice = new TreeSet<String>();
        var stale = new ArrayList<StaleLevel>();
        for (var product : byProduct.entrySet()) {
            var price = book.entry(product.getKey());
            if (price.isEmpty()) {
                withoutPrice.add(product.getKey());
                continue;
            }
            var billed = billed(product.getValue());
            var rated = rules.rate(price.get(), book.digits(), quantities(billed));
            total = total.add(rated.amount());
            lines.addAll(lines(rated, billed));
            stale.addAll(stale(billed));
        }
        return new RatedMonth(lines, total, withoutPrice, stale);
    }

    /** Licences that nobody used cost something only where nobody at all used the product (rule 22). */
    private static List<Counted> billed(List<Counted> counted) {
        var anyUsage = counted.stream().anyMatch(its -> its.count().billable().signum() > 0);
        return anyUsage ? counted.stream().filter(its -> its.count().used()).toList() : counted;
    }

    /** Whether so much of the quantity is stale that somebody should look before it is billed (rule 20). */
    public boolean isStale() {
        var quantity = lines.stream().map(BilledLine::actual).reduce(BigDecimal.ZERO, BigDecimal::add);
        var old = stale.stream().map(StaleLevel::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return old.multiply(ONE_IN).compareTo(quantity) > 0;
    }

    private static List<StaleLevel> stale(List<Counted> counted) {
        return counted.stream()
                .filter(its -> its.count().stale().signum() > 0)
                .map(its -> new StaleLevel(
                        its.customerId(),
                        its.count().product(),
                        its.count().stale().min(its.count().actual().shown())))
                .sorted(Comparator.comparing(its -> its.customerId().toString()))
                .toList();
    }

    private static List<CustomerQuantity> quantities(List<Counted> counted) {
        return counted.stream()
                .map(its -> new CustomerQuantity(
                        its.customerId().toString(), its.count().billable()))
                .toList();
    }

    private static List<BilledLine> lines(RatedProduct rated, List<Counted> counted) {
        var counts = new HashMap<String, MonthCount>();
        counted.forEach(its -> counts.put(its.customerId().toString(), its.count()));
        return rated.shares().stream()
                .map(share -> {
                    var count = counts.get(share.customer());
                    return new BilledLine(
                            UUID.fromString(share.customer()),
                            rated.product(),
                            count.ordered(),
                            count.actual().shown(),
                            count.billable(),
                            count.method(),
                            count.asOf(),
                            rated.band(),
                            rated.unitPrice(),
                            share.amount(),
                            share.parts(),
                            null);
                })
                .toList();
    }
}
