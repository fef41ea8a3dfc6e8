package dev.kontor.customers.accesslog;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry as both sides read it. */
@Schema(name = "AccessLogEntry")
record AccessEntryView(
        UUID id,
        @Schema(nullable = true, description = "Null once it was erased") String subject,
        String role,
        @Schema(nullable = true) String actor,
        String action,
        String path,
        @Schema(enumeration = {"allowed", "refused"}) String outcome,
        @Schema(nullable = true) String reason,
        Instant at,
        String traceId) {

    static AccessEntryView of(AccessEntry entry) {
        return new AccessEntryView(
                entry.id(),
                entry.subject(),
                entry.role(),
                entry.actor(),
                entry.action(),
                entry.path(),
                entry.outcome(),
                entry.reason(),
                entry.at(),
                entry.traceId());
    }
}
