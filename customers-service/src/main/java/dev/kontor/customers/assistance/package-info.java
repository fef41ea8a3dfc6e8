/** Decides whether a partner may act inside a customer's account: Partner Assistance, the customer's consent. */
package dev.kontor.customers.assistance;
