package dev.kontor.billing.rating;

import dev.kontor.billing.counting.Fraction;

/**
 * One customer's billable quantity of one product.
 *
 * @param customer its id as text, by which ties are settled
 * @param quantity not negative
 */
public record CustomerQuantity(String customer, Fraction quantity) {}
