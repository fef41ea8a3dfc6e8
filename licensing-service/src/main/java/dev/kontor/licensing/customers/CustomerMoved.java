package dev.kontor.licensing.customers;

import java.util.UUID;

/** A customer is another partner's now; fired in the transaction that stores it, its licences moved along. */
public record CustomerMoved(UUID id, UUID previousPartnerId) {}
