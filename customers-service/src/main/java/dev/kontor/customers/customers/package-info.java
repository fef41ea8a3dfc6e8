/** Decides what a customer is, who made it under which terms, what it is called, and what a caller may do with it. */
package dev.kontor.customers.customers;
