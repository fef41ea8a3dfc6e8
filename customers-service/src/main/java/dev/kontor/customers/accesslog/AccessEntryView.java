package dev.kontor.customers.accesslog;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry as both sides read it. */
@Schema(name = "AccessLogEntry", description = "One call, or refused try, of a partner inside a customer's account")
record AccessEntryView(
        UUID id,
        @Schema(description = "Who called; erased if that person was erased since") String subject,
        @Schema(description = "The role it was allowed by, or refused with") String role,
        @Schema(
                        description = "In a launched session, the partner's administrator behind it; otherwise null",
                        nullable = true)
                String actor,
        @Schema(description = "What was called: method and path with its parameters' names") String action,
        @Schema(description = "The path that was called") String path,
        @Schema(
                        description = "Whether the call went on",
                        enumeration = {"allowed", "refused"})
                String outcome,
        @Schema(description = "The problem code of a refusal; null if the call went on", nullable = true) String reason,
        Instant at,
        @Schema(description = "The trace id of the call, as its answer had it") String traceId) {

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
