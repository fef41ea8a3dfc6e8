/**
 * Decides how many units of a product a customer had: by day from reported levels, and for a month by the price book's
 * count method (domain.md rules 10, 20 and 21). Pure: no clock, no database.
 */
package dev.kontor.billing.counting;
