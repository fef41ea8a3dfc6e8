package dev.kontor.billing.rating;

import dev.kontor.billing.counting.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Why an amount is what it is (domain.md rule 22): these add up to it.
 *
 * @param units what the units or packages cost
 * @param flatFee of the bands reached or entered
 * @param minimum what is missing to the least amount
 * @param maximum what is above the largest amount, and not charged: negative
 */
public record Parts(BigDecimal units, BigDecimal flatFee, BigDecimal minimum, BigDecimal maximum) {

    public static final Parts NONE = new Parts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Rounds the amount, and the parts so that they add up to it. */
    static Parts of(Fraction units, BigDecimal fees, Fraction amount, int digits) {
        var rounded = amount.rounded(digits);
        var flatFee = fees.setScale(digits, RoundingMode.HALF_UP);
        var none = BigDecimal.ZERO.setScale(digits);
        var limited = amount.compareTo(units.plus(Fraction.of(fees)));
        if (limited == 0) {
            return new Parts(rounded.subtract(flatFee), flatFee, none, none);
        }
        var its = units.rounded(digits);
        var rest = rounded.subtract(its).subtract(flatFee);
        return limited > 0 ? new Parts(its, flatFee, rest, none) : new Parts(its, flatFee, none, rest);
    }

    /** Of nothing but units, as most are. */
    public static Parts ofUnits(BigDecimal units) {
        var none = BigDecimal.ZERO.setScale(units.scale());
        return new Parts(units, none, none, none);
    }

    public boolean isUnitsOnly() {
        return flatFee.signum() == 0 && minimum.signum() == 0 && maximum.signum() == 0;
    }

    /** Their sum. */
    public BigDecimal amount() {
        return units.add(flatFee).add(minimum).add(maximum);
    }

    public Parts minus(Parts other) {
        return new Parts(
                units.subtract(other.units),
                flatFee.subtract(other.flatFee),
                minimum.subtract(other.minimum),
                maximum.subtract(other.maximum));
    }

    /**
     * Each customer's: fees, minimum and maximum shared out like the amount, and units for what those leave of its share.
     *
     * @param amounts the shares of the amount, by customer
     */
    Map<String, Parts> shared(int digits, List<CustomerQuantity> weights, Map<String, BigDecimal> amounts) {
        var fees = share(flatFee, digits, weights);
        var missing = share(minimum, digits, weights);
        var above = share(maximum.negate(), digits, weights);
        var none = BigDecimal.ZERO.setScale(digits);
        var shared = new HashMap<String, Parts>();
        amounts.forEach((customer, amount) -> {
            var itsFee = fees.getOrDefault(customer, none);
            var itsMinimum = missing.getOrDefault(customer, none);
            var itsMaximum = above.getOrDefault(customer, none).negate();
            var itsUnits = amount.subtract(itsFee).subtract(itsMinimum).subtract(itsMaximum);
            shared.put(customer, new Parts(itsUnits, itsFee, itsMinimum, itsMaximum));
        });
        return shared;
    }

    /** Nothing is not shared: most prices have neither fees nor limits, and many customers. */
    private static Map<String, BigDecimal> share(BigDecimal part, int digits, List<CustomerQuantity> weights) {
        return part.signum() == 0 ? Map.of() : LargestRemainder.share(part, digits, weights);
    }
}
