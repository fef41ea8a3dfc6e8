/** Decides which prices hold for a partner's month, and refuses a price book that could bill wrongly. */
package dev.kontor.billing.pricebooks;
