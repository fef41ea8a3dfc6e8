package dev.kontor.billing.periods;

import dev.kontor.platform.database.Row;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;

/**
 * The job that closes a month; there is one for each month.
 *
 * @param effectiveAt the date of its statements
 */
record Closing(UUID id, YearMonth month, State state, Instant effectiveAt, Instant finishedAt, long done, long total) {

    private static final String JOB_PREFIX = "billing-";

    enum State {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Closing read(Row row) {
        return new Closing(
                row.id("id"),
                row.month("month"),
                State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                row.instant("effective_at"),
                row.instant("finished_at"),
                row.number("done"),
                row.number("total"));
    }

    String jobId() {
        return JOB_PREFIX + id;
    }

    boolean isFinished() {
        return state == State.SUCCEEDED || state == State.FAILED;
    }

    /** The closing's id, or null where the job is none of ours. */
    static UUID idOf(String jobId) {
        if (!jobId.startsWith(JOB_PREFIX)) {
            return null;
        }
        try {
            return UUID.fromString(jobId.substring(JOB_PREFIX.length()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
