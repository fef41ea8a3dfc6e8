package dev.kontor.billing.counting;

import java.time.Instant;
import java.util.Set;

/**
 * The part of a day that a category is billed by.
 *
 * @param until exclusive
 * @param product of the licence that was selected last
 * @param counted the products whose levels count, of those that were reported
 */
public record CoveredPart(Instant from, Instant until, String product, Set<String> counted) {}
