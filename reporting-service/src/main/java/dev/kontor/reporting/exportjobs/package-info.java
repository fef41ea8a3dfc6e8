/** Freezes one dashboard of many customers: which of them, in what order, and what becomes of those that refuse. */
package dev.kontor.reporting.exportjobs;
