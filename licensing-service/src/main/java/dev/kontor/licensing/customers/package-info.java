/** Keeps a copy of which customers there are and whose they are, from events, or by asking their owner. */
package dev.kontor.licensing.customers;
