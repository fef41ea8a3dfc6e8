package dev.kontor.billing.pricebooks;

import dev.kontor.billing.rating.PriceBook;

/**
 * What one version of a price book rates by.
 *
 * @param id of the price book
 */
public record Prices(String id, int version, PriceBook book) {}
