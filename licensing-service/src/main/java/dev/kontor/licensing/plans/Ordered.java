package dev.kontor.licensing.plans;

/** A product of an order; a null quantity is none ordered. */
public record Ordered(String product, Integer quantity) {}
