/** Decides who issues invoices, and which issuer's partner somebody is (domain.md rule 32). */
package dev.kontor.billing.issuers;
