/** Decides what billing's invoices look like on paper; their figures are billing's (domain.md rule 35). */
package dev.kontor.reporting.invoices;
