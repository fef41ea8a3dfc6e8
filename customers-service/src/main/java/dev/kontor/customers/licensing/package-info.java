/** What licensing-service told: the catalogue that new accounts choose from, and each customer's licences in short. */
package dev.kontor.customers.licensing;
