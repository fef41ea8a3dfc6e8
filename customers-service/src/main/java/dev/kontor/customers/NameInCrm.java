package dev.kontor.customers;

import java.time.Instant;
import java.util.UUID;

/**
 * Fired in the transaction that changes how a name stands in the CRM of its partner: pending, synced or failed.
 *
 * @param failure why it failed, and in the CRM's own word where it gave one; null unless it did
 */
public record NameInCrm(UUID partnerId, UUID customerId, CrmSync state, String failure, Instant at) {}
