package dev.kontor.billing.taxrates;

/**
 * What of seller and buyer decides about tax.
 *
 * @param sellerCountry whose taxes the seller charges
 * @param exemptReason why the seller charges none; null where it is not exempt
 * @param buyerCountry null where it is not known
 */
public record TaxParties(
        String sellerCountry,
        boolean sellerHasVatId,
        boolean sellerHasTaxNumber,
        String exemptReason,
        String buyerCountry,
        boolean buyerHasVatId) {}
