package dev.kontor.billing.ratedmonths;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.kontor.billing.counting.MonthCount;
import dev.kontor.billing.rating.CustomerQuantity;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rating.RatedProduct;
import dev.kontor.billing.rating.Rating;
import java.math.BigDecimal;
import java.util.ArrayList;
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
 */
public record RatedMonth(List<BilledLine> lines, BigDecimal total, SortedSet<String> withoutPrice) {

    private record Counted(UUID customerId, MonthCount count) {}

    /** Rates each product over all customers. */
    public static RatedMonth of(PriceBook book, Map<UUID, List<MonthCount>> counts) {
        Map<String, List<Counted>> byProduct = counts.entrySet().stream()
                .flatMap(customer -> customer.getValue().stream().map(count -> new Counted(customer.getKey(), count)))
                .collect(groupingBy(counted -> counted.count().product(), TreeMap::new, toList()));
        var lines = new ArrayList<BilledLine>();
        var total = BigDecimal.ZERO.setScale(book.digits());
        var withoutPrice = new TreeSet<String>();
        for (var product : byProduct.entrySet()) {
            var price = book.entry(product.getKey());
            if (price.isEmpty()) {
                withoutPrice.add(product.getKey());
                continue;
            }
            var rated = Rating.rate(price.get(), book.digits(), quantities(product.getValue()));
            total = total.add(rated.amount());
            lines.addAll(lines(rated, product.getValue()));
        }
        return new RatedMonth(lines, total, withoutPrice);
    }

    private static List<CustomerQuantity> quantities(List<Counted> counted) {
        return counted.stream()
                .map(its -> new CustomerQuantity(
                        its.customerId().toString(), its.count().billable()))
                .toList();
    }

    private static List<BilledLine> lines(RatedProduct rated, List<Counted> counted) {
        var counts = new TreeMap<String, MonthCount>();
        counted.forEach(its -> counts.put(its.customerId().toString(), its.count()));
        return rated.shares().stream()
                .map(share -> {
                    var count = counts.get(share.customer());
                    return new BilledLine(
                            UUID.fromString(share.customer()),
                            rated.product(),
                            count.ordered(),
                            count.actual(),
                            count.billable(),
                            count.method(),
                            count.asOf(),
                            rated.band(),
                            rated.unitPrice(),
                            share.amount(),
                            null);
                })
                .toList();
    }
}
