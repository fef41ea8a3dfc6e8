package dev.kontor.billing.bills;

import static java.util.stream.Collectors.groupingBy;

import dev.kontor.billing.counting.CustomerUsage;
import dev.kontor.billing.counting.MonthCount;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.rating.CustomerQuantity;
import dev.kontor.billing.rating.PriceBook;
import dev.kontor.billing.rating.PriceEntry;
import dev.kontor.billing.rating.RatedProduct;
import dev.kontor.billing.rating.Rating;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Counts every customer, then rates each product over all of them. */
    public static RatedMonth of(Period period, PriceBook book, Map<UUID, CustomerUsage> usage) {
        Map<String, List<Counted>> byProduct = usage.entrySet().stream()
                .flatMap(customer -> customer.getValue().count(period, book.proration(), book::countRule).stream()
                        .map(count -> new Counted(customer.getKey(), count)))
                .collect(groupingBy(
                        counted -> counted.count().product(), TreeMap::new, java.util.stream.Collectors.toList()));
        List<BilledLine> lines = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO.setScale(book.digits());
        SortedSet<String> withoutPrice = new TreeSet<>();
        for (Map.Entry<String, List<Counted>> product : byProduct.entrySet()) {
            Optional<PriceEntry> price = book.entry(product.getKey());
            if (price.isEmpty()) {
                withoutPrice.add(product.getKey());
                continue;
            }
            RatedProduct rated = Rating.rate(price.get(), book.digits(), quantities(product.getValue()));
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
        Map<String, MonthCount> counts = new TreeMap<>();
        counted.forEach(its -> counts.put(its.customerId().toString(), its.count()));
        return rated.shares().stream()
                .map(share -> {
                    MonthCount count = counts.get(share.customer());
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
