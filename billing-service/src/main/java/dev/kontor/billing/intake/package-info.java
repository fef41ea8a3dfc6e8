/**
 * Decides what becomes of a reported level or device: stored once, refused, or kept aside until its customer or product
 * is known (domain.md rules 20, 21 and 25).
 */
package dev.kontor.billing.intake;
