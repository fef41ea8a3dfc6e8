package dev.kontor.billing.periods;

import dev.kontor.billing.counting.Period;
import java.time.Instant;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A billing month: to a partner its own, to an operator everybody's. */
@Schema(name = "BillingPeriod", description = "A billing month")
record PeriodView(
        @Schema(description = "The month, in UTC", examples = "2026-11") String month,
        @Schema(
                        description =
                                "open: usage still changes it. draft: over, and not closed for every partner. final: closed",
                        enumeration = {"open", "draft", "final"})
                String state,
        @Schema(description = "Its first instant") Instant startsAt,
        @Schema(description = "The first instant after it") Instant endsAt,
        @Schema(description = "When the month closes automatically") Instant closesAt,
        @Schema(description = "The job that closes or closed the month; shown only to operators", nullable = true)
                String jobId) {

    static PeriodView of(YearMonth month, String state, Instant closesAt, String jobId) {
        return new PeriodView(month.toString(), state, Period.start(month), Period.end(month), closesAt, jobId);
    }
}
