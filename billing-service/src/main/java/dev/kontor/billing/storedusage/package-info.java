/** Reads what was reported and is stored: the levels and devices of a month, as counting needs them, and their numbers. */
package dev.kontor.billing.storedusage;
