/** Decides how one operation on many customers is worked off, taken up again and called off. */
package dev.kontor.customers.bulk;
