/** Decides how a partner comes to manage a customer that has none: it asks, the customer answers (domain.md rule 4). */
package dev.kontor.customers.managementrequests;
