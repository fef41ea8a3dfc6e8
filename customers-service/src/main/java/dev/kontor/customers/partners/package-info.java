/** Decides who is a partner, in which programs, and what it looks like on paper. */
package dev.kontor.customers.partners;
