/** Decides by what a business is known on an invoice: its address, its VAT id, its account (domain.md rules 32 and 33). */
package dev.kontor.billing.parties;
