/**
 * Decides what quantities cost: one band over all customers of a partner, rounded once per product, shared out so that
 * the parts equal the whole (domain.md rules 22 and 23). Pure: no clock, no database, no binary floating point.
 */
package dev.kontor.billing.rating;
