package dev.kontor.customers.launches;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A launched session as the customer's administrator sees it. */
@Schema(name = "LaunchSession")
record LaunchSessionView(
        UUID id,
        String subject,
        String role,
        Instant startedAt,
        Instant expiresAt,
        @Schema(nullable = true) Instant endedAt,
        boolean running) {}
