package dev.kontor.customers;

import java.time.Instant;
import java.util.UUID;

/** Fired in the transaction that changes how a name stands in the CRM of its partner: pending, synced or failed. */
public record NameInCrm(UUID partnerId, UUID customerId, String state, Instant at) {}
