/** Decides to whom a partner's invoices are made out (domain.md rule 32). */
package dev.kontor.billing.invoicing;
