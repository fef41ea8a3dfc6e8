/**
 * Decides what a partner's month comes to: counted, rated, compared with what was billed before (domain.md rules 21 to
 * 24). Pure: no clock, no database.
 */
package dev.kontor.billing.ratedmonths;
