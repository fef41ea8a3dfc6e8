/** Keeps the key a customer hands to the partner that shall manage it (domain.md rule 4). */
package dev.kontor.customers.accountkeys;
