package dev.kontor.customers;

import java.time.Instant;
import java.util.UUID;

/**
 * Fired in the transaction in which an account's billing type changes (domain.md rule 12): what a feature keeps for the
 * account as it was billed before is void now.
 *
 * @param by who changed it; null where that was not told
 */
public record BilledOtherwise(UUID customerId, UUID partnerId, String by, Instant at) {}
