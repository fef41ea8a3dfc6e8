/** The customers-service: partners, their customers, the customers' consent, launches, and who sees what. */
package dev.kontor.customers;
