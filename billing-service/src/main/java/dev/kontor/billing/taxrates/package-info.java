/** Decides how much tax a country takes, in which category and from when (domain.md rule 33). */
package dev.kontor.billing.taxrates;
