/** Ends a partner's relation with a customer: at once, or scheduled for the first of a month (domain.md rules 7 and 8). */
package dev.kontor.customers.disconnects;
