package dev.kontor.customers.launches;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A launched session as the customer's administrator sees it. */
@Schema(name = "LaunchSession", description = "A session of the partner inside the customer's account")
record LaunchSessionView(
        UUID id,
        @Schema(description = "The partner's administrator") String subject,
        @Schema(description = "The role it acts in") String role,
        @Schema(description = "When the code was exchanged") Instant startedAt,
        @Schema(description = "When it ends at the latest") Instant expiresAt,
        @Schema(description = "When it was ended; null if it was not", nullable = true) Instant endedAt,
        @Schema(description = "Whether its token works now") boolean running) {}
