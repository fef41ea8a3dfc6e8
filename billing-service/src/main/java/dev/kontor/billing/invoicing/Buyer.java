package dev.kontor.billing.invoicing;

import java.util.UUID;

/** A version of a partner's invoicing data; documents keep what it said when they were made. */
public record Buyer(UUID partnerId, int version, InvoicingData data) {}
