/** Decides what the vendor sells: products with stable codes, and what they were called before. */
package dev.kontor.licensing.catalogue;
