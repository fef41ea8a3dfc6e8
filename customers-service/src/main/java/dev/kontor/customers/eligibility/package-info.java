/** Decides whether and when a partner can end its relation with a customer (domain.md rule 7). */
package dev.kontor.customers.eligibility;
