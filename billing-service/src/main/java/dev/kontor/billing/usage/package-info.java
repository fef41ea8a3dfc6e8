/**
 * Decides what stored levels and devices come to in a month, shows them, and traces a number to what was counted
 * (domain.md rules 20, 21 and 27).
 */
package dev.kontor.billing.usage;
