/** Decides whom of a partner's people and clients is shut out, and whose sessions are over (domain.md, rule 40). */
package dev.kontor.customers.access;
