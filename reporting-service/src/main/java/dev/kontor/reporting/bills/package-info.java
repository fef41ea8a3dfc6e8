/** Decides what the bills look like on paper that partners give their customers; the figures are billing's (domain.md rule 37). */
package dev.kontor.reporting.bills;
