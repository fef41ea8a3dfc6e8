/** Decides which images become logos, and keeps them as they were re-encoded. */
package dev.kontor.customers.logos;
