/**
 * Decides what an issued statement's invoice says, numbers it, cancels it, and keeps it for good (domain.md rules 32 to 35).
 */
package dev.kontor.billing.invoices;
