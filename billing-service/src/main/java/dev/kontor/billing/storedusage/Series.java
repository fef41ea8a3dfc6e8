package dev.kontor.billing.storedusage;

import java.util.UUID;

/** What levels belong to: one customer's one product. */
public record Series(UUID customerId, String product) {}
