package dev.kontor.reporting.exportjobs;

import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.reporting.snapshots.ContentFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One dashboard of many customers, on behalf of whoever asked.
 *
 * @param locale null for the partner's
 * @param seesAll whether whoever asked saw every customer of the partner by role
 * @param programs of whoever asked, as it asked
 */
record ExportJob(
        UUID partnerId,
        UUID id,
        String dashboardId,
        ContentFormat format,
        Locale locale,
        Requester requester,
        boolean seesAll,
        Set<String> programs,
        State state,
        Instant requestedAt) {

    private static final String PREFIX = "reporting-";

    /** Who asked, as the customer reads it in its access log. */
    record Requester(String subject, String role, String actor, String traceId) {}

    enum State {
        QUEUED,
        RUNNING,
        SUCCEEDED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Sees what whoever asked sees now. */
    RowScope asRequester() {
        return RowScope.tenant(partnerId, requester.subject(), seesAll, programs);
    }

    /** The id as callers know it; its prefix tells the gateway whose it is. */
    String publicId() {
        return PREFIX + id;
    }

    /** The id behind a public one, empty where that is none of ours. */
    static Optional<UUID> idOf(String publicId) {
        if (!publicId.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(publicId.substring(PREFIX.length())));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
