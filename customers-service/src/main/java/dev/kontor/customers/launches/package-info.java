/** Decides who may open a customer's account as the partner's administrator, once for each code and for how long. */
package dev.kontor.customers.launches;
