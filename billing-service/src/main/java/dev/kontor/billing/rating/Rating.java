package dev.kontor.billing.rating;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns quantities into amounts: the one way to a price, for bills, estimates and previews alike. */
public final class Rating {

    private Rating() {}

    /**
     * Sum first, one band for all customers, round once half-up, then share out.
     *
     * @param quantities in any order; several of one customer are added up
     */
    public static RatedProduct rate(PriceEntry price, int digits, List<CustomerQuantity> quantities) {
        Map<String, BigDecimal> byCustomer = quantities.stream()
                .collect(groupingBy(
                        CustomerQuantity::customer,
                        TreeMap::new,
                        mapping(CustomerQuantity::quantity, reducing(BigDecimal.ZERO, BigDecimal::add))));
        var parts = byCustomer.entrySet().stream()
                .map(entry -> new CustomerQuantity(entry.getKey(), entry.getValue()))
                .toList();
        var sum = parts.stream().map(CustomerQuantity::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        var amount = price.amount(sum).setScale(digits, RoundingMode.HALF_UP);
        var shares = LargestRemainder.share(amount, digits, parts);
        return new RatedProduct(
                price.product(),
                sum,
                price.band(sum),
                price.unitPrice(sum),
                amount,
                parts.stream()
                        .map(part ->
                                new RatedProduct.Share(part.customer(), part.quantity(), shares.get(part.customer())))
                        .toList());
    }
}
