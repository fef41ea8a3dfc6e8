/** Decides what a licence's dates mean at a given instant: its status, its next change, a customer's summary. Pure. */
package dev.kontor.licensing.terms;
