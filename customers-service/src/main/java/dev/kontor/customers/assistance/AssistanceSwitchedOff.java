package dev.kontor.customers.assistance;

import java.util.UUID;

/** Fired in the transaction in which a customer's administrator withdraws its consent. */
public record AssistanceSwitchedOff(UUID customerId) {}
