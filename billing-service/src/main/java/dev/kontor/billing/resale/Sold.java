package dev.kontor.billing.resale;

import dev.kontor.billing.counting.Fraction;
import dev.kontor.billing.ratedmonths.BilledLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a customer got of a product in a month, as its partner was billed for it.
 *
 * @param unitCost null where it was more than so many units that cost something
 */
record Sold(Key key, Fraction quantity, BigDecimal cost, BigDecimal unitCost) {

    /** A customer's product; in the order in which amounts are told apart. */
    record Key(UUID customerId, String product) implements Comparable<Key> {

        static Key of(BilledLine line) {
            return new Key(line.customerId(), line.product());
        }

        @Override
        public int compareTo(Key other) {
            var byProduct = product.compareTo(other.product);
            return byProduct != 0 ? byProduct : customerId.toString().compareTo(other.customerId.toString());
        }
    }

    /** The sums of several lines of one month. */
    static Map<Key, Sold> sums(List<BilledLine> lines) {
        var sums = new TreeMap<Key, Sold>();
        lines.forEach(line -> sums.merge(Key.of(line), of(line), Sold::plus));
        return sums;
    }

    private static Sold of(BilledLine line) {
        var unitsOnly = line.parts() != null && line.parts().isUnitsOnly();
        return new Sold(Key.of(line), line.billable(), line.amount(), unitsOnly ? line.unitPrice() : null);
    }

    private Sold plus(Sold later) {
        return new Sold(key, quantity.plus(later.quantity), cost.add(later.cost), later.unitCost);
    }

    /** Nothing used and nothing to pay, so nothing to charge either. */
    boolean isNothing() {
        return quantity.signum() <= 0 && cost.signum() <= 0;
    }
}
