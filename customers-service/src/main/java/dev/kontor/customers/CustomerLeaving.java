package dev.kontor.customers;

import java.time.Instant;
import java.util.UUID;

/**
 * Fired in the transaction in which a customer leaves its partner, before its rows move (domain.md rule 8): whatever a
 * feature keeps of the two ends now.
 */
public record CustomerLeaving(UUID customerId, UUID partnerId, Instant at) {}
