package dev.kontor.billing.copies;

import java.util.UUID;

/** A customer billing had not heard of before, or had not heard of with this partner; fired in the same transaction. */
public record CustomerKnown(UUID customerId) {}
