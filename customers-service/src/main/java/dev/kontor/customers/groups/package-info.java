/** Decides which named sets of customers a partner has, what is in them, and who sees customers through them. */
package dev.kontor.customers.groups;
