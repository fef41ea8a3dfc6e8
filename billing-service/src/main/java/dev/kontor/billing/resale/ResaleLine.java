package dev.kontor.billing.resale;

import dev.kontor.billing.counting.Fraction;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;

/**
 * What a customer's product costs the partner, and what it is sold for.
 *
 * @param price null where the price book has none
 * @param correctsMonth the closed month a difference belongs to; null on a line of the month itself
 */
record ResaleLine(
        UUID customerId,
        String product,
        Fraction quantity,
        BigDecimal cost,
        ResalePrice price,
        YearMonth correctsMonth) {

    /** Null where it has no price. */
    BigDecimal sold() {
        return price == null ? null : price.amount();
    }

    /** Null where it has no price. */
    BigDecimal margin() {
        return price == null ? null : price.amount().subtract(cost);
    }
}
