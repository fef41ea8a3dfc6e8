package dev.kontor.billing.counting;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a price book and the settings say about counting.
 *
 * @param rules by product
 * @param owedUnused products that cost something from the first day of a licence on, used or not (domain.md rule 22)
 * @param levelsEndAfter days without a repetition after which a level ends; null where it never does by age
 */
public record CountingTerms(
        Proration proration,
        ProductChange onProductChange,
        Function<String, CountRule> rules,
        Predicate<String> owedUnused,
        Integer levelsEndAfter) {}
