/** Decides what a partner charges its own customers: its prices over the quantities it was billed (domain.md rules 36, 37). */
package dev.kontor.billing.resale;
