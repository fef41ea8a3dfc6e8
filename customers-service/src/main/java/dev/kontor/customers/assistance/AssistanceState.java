package dev.kontor.customers.assistance;

import java.time.Instant;
import java.util.UUID;

/** Consent as the gateway and other services hear of it; whether it expired meanwhile they see by the clock. */
public record AssistanceState(
        UUID customerId,
        UUID partnerId,
        ConsentState state,
        ConsentSource source,
        Instant since,
        Instant expiresAt,
        UUID grant,
        long version) {}
