package dev.kontor.gateway.consent;

import java.time.Instant;
import java.util.UUID;

/** One decision on the customer plane, as {@code kontor.access.v1} carries it. */
record AccessEntry(
        UUID id,
        UUID partnerId,
        UUID customerId,
        String subject,
        String role,
        String actor,
        String action,
        String path,
        String outcome,
        String reason,
        Instant at,
        String traceId) {

    /** @param reason the refusal's problem code, or null where the call goes on */
    static AccessEntry of(UUID id, Attempt attempt, String reason, Instant at) {
        var principal = attempt.principal();
        return new AccessEntry(
                id,
                principal.partnerId(),
                attempt.customerId(),
                principal.subject(),
                principal.role().claim(),
                principal.actor(),
                attempt.action(),
                attempt.path(),
                reason == null ? "allowed" : "refused",
                reason,
                at,
                attempt.traceId());
    }
}
