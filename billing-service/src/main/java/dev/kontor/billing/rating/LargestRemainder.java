package dev.kontor.billing.rating;

import dev.kontor.billing.counting.Fraction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Shares an amount out in proportion to quantities, exactly: no part is rounded on its own (domain.md rule 23). */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * The parts by customer; they add up to the amount.
     *
     * @param amount not negative, already rounded to {@code digits}
     * @param quantities one per customer, with a sum above zero unless the amount is zero
     */
    static Map<String, BigDecimal> share(BigDecimal amount, int digits, List<CustomerQuantity> quantities) {
        var scale = quantities.stream()
                .mapToInt(part -> part.quantity().numerator().scale())
                .max()
                .orElse(0);
        var denominator = quantities.stream()
                .mapToLong(part -> part.quantity().denominator())
                .reduce(1, Fraction::commonDenominator);
        var units = amount.setScale(digits).unscaledValue();
        var weights = quantities.stream()
                .map(part -> part.quantity().over(denominator).setScale(scale).unscaledValue())
                .toList();
        var whole = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        var shares = new HashMap<String, BigDecimal>();
        if (whole.signum() == 0) {
            quantities.forEach(part -> shares.put(part.customer(), BigDecimal.ZERO.setScale(digits)));
            return shares;
        }
        var parts = IntStream.range(0, quantities.size())
                .mapToObj(i -> Part.of(quantities.get(i).customer(), units.multiply(weights.get(i)), whole))
                .sorted(Comparator.comparing(Part::remainder).reversed().thenComparing(Part::customer))
                .toList();
        var given = parts.stream().map(Part::floor).reduce(BigInteger.ZERO, BigInteger::add);
        // At most one unit per part is left over, so this fits an int for any number of parts there can be.
        var left = units.subtract(given).intValueExact();
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var share = i < left ? part.floor().add(BigInteger.ONE) : part.floor();
            shares.put(part.customer(), new BigDecimal(share, digits));
        }
        return shares;
    }

    private record Part(String customer, BigInteger floor, BigInteger remainder) {

        static Part of(String customer, BigInteger numerator, BigInteger whole) {
            var divided = numerator.divideAndRemainder(whole);
            return new Part(customer, divided[0], divided[1]);
        }
    }
}
