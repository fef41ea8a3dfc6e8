package dev.kontor.billing.rating;

import dev.kontor.billing.counting.Fraction;
import java.math.BigDecimal;
import java.util.List;

/**
 * One product of one partner's month, rated.
 *
 * @param quantity over all customers
 * @param unitPrice effective where the bands are graduated
 * @param amount rounded once; the shares add up to it
 */
public record RatedProduct(
        String product, Fraction quantity, String band, BigDecimal unitPrice, BigDecimal amount, List<Share> shares) {

    /** One customer's part, and what it is made of. */
    public record Share(String customer, Fraction quantity, BigDecimal amount, Parts parts) {}
}
