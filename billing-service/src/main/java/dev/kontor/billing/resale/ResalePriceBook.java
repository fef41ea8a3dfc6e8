package dev.kontor.billing.resale;

import java.time.Instant;

/** A version of a partner's price book for its customers; it never changes. */
record ResalePriceBook(String id, int version, PutResalePriceBook data, Instant createdAt) {}
