/** Decides who of a partner sees which of its customers. */
package dev.kontor.customers.administrators;
