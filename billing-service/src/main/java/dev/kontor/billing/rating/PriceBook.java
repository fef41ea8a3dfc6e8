package dev.kontor.billing.rating;

import dev.kontor.billing.counting.CountRule;
import dev.kontor.billing.counting.CountingTerms;
import dev.kontor.billing.counting.ProductChange;
import dev.kontor.billing.counting.Proration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * What a month is rated by.
 *
 * @param currency ISO 4217
 * @param entries by product
 */
public record PriceBook(
        String currency, Proration proration, ProductChange onProductChange, Map<String, PriceEntry> entries) {

    /** The digits amounts are rounded to: 0 for JPY, 2 for EUR, 3 for KWD. */
    public int digits() {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** Empty where the book has no price for the product. */
    public Optional<PriceEntry> entry(String product) {
        return Optional.ofNullable(entries.get(product));
    }

    /** How the product is counted: by the peak where the book does not know it. */
    public CountRule countRule(String product) {
        return entry(product).map(PriceEntry::countRule).orElse(CountRule.PEAK);
    }

    /**
     * What it says about counting.
     *
     * @param levelsEndAfter days without a repetition after which a level ends; null for never
     */
    public CountingTerms terms(Integer levelsEndAfter) {
        return new CountingTerms(
                proration,
                onProductChange,
                this::countRule,
                product -> entry(product).filter(PriceEntry::owedUnused).isPresent(),
                levelsEndAfter);
    }
}
