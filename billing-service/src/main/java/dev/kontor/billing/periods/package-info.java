/**
 * Decides when a month is open, draft or final, and closes it: each partner once, however often, by however many
 * processes, and after whatever crash (domain.md rules 24 and 26).
 */
package dev.kontor.billing.periods;
