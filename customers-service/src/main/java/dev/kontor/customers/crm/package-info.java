/** Sends a customer's current name to the CRM its partner connected, until it gets there (domain.md rule 5). */
package dev.kontor.customers.crm;
