package dev.kontor.billing.rating;

import dev.kontor.billing.counting.Fraction;
import java.util.List;
import java.util.TreeMap;

/** Turns quantities into amounts: the one way to a price, for bills, estimates and previews alike. */
public final class Rating {

    private Rating() {}

    /**
     * Sum first, one band for all customers, round once half-up, then share out; a minimum without any usage in equal shares.
     *
     * @param quantities in any order; several of one customer are added up
     */
    public static RatedProduct rate(PriceEntry price, int digits, List<CustomerQuantity> quantities) {
        var byCustomer = new TreeMap<String, Fraction>();
        quantities.forEach(its -> byCustomer.merge(its.customer(), its.quantity(), Fraction::plus));
        var sum = byCustomer.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        var cost = price.cost(sum, digits);
        var weights = byCustomer.entrySet().stream()
                .map(its -> new CustomerQuantity(its.getKey(), sum.signum() > 0 ? its.getValue() : Fraction.ONE))
                .toList();
        var amounts = LargestRemainder.share(cost.amount(), digits, weights);
        var parts = cost.shared(digits, weights, amounts);
        return new RatedProduct(
                price.product(),
                sum,
                price.band(sum),
                price.unitPrice(sum),
                cost.amount(),
                byCustomer.entrySet().stream()
                        .map(its -> new RatedProduct.Share(
                                its.getKey(), its.getValue(), amounts.get(its.getKey()), parts.get(its.getKey())))
                        .toList());
    }
}
