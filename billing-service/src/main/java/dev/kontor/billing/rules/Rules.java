package dev.kontor.billing.rules;

/**
 * What a month is counted by, beside its price book.
 *
 * @param levelsEndAfter days without a repetition after which a level ends; null where it never does by age
 */
public record Rules(RulesVersion version, Integer levelsEndAfter) {}
