package dev.kontor.billing.copies;

/** A product billing had not heard of before; fired in the same transaction. */
public record ProductKnown(String code) {}
