/** Decides where a partner's own numbers of a month differ from its statement. */
package dev.kontor.billing.reconciliation;
