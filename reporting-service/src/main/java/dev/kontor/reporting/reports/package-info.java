/** Decides which reports a customer has and what each one says, as it is now. */
package dev.kontor.reporting.reports;
