package dev.kontor.customers.accesslog;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry as both sides read it. */
@Schema(name = "AccessLogEntry")
record AccessEntryView(
        UUID id,
        String subject,
        String role,
        @Schema(nullable = true) String actor,
        String action,
        String path,
        @Schema(enumeration = {"allowed", "refused"}) String outcome,
        @Schema(nullable = true) String reason,
        Instant at,
        String traceId) {

    /** What stands for a value that was erased: there was one, and nobody can say which. */
    private static final String ERASED = "erased";

    static AccessEntryView of(Link link) {
        var entry = link.entry();
        return new AccessEntryView(
                entry.id(),
                shown(entry.subject(), link.subject()),
                entry.role(),
                shown(entry.actor(), link.actor()),
                entry.action(),
                entry.path(),
                entry.outcome(),
                entry.reason(),
                entry.at(),
                entry.traceId());
    }

    private static String shown(String value, Commitment committed) {
        return value == null && committed != null ? ERASED : value;
    }
}
