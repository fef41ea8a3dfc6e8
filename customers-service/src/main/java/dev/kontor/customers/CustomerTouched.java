package dev.kontor.customers;

import java.time.Instant;
import java.util.UUID;

/**
 * Fired in the transaction in which a feature changes something that lists show of the customer and that has a table of its
 * own: scripts that sync by updatedSince must see the customer again.
 */
public record CustomerTouched(UUID customerId, Instant at) {}
