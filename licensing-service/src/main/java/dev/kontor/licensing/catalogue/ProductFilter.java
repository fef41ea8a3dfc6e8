package dev.kontor.licensing.catalogue;

/** Which products a list shows; null is any. */
record ProductFilter(Category category, Boolean monthly) {}
