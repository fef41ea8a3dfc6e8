/** What licensing-service told: the catalogue that new accounts choose from, and each customer's licences in short. */
@NullMarked
package dev.kontor.customers.copies;

import org.jspecify.annotations.NullMarked;
