package dev.kontor.billing.intake;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is here of a reporter's records observed on a day (UTC), for it to compare with what it sent. */
@Schema(name = "UsageCount", description = "How many of the caller's events of a day are there")
record UsageCount(
        @Schema(description = "The day (UTC) on which they were observed") LocalDate day,
        @Schema(description = "Number of events that are counted") long stored,
        @Schema(description = "Number of events that are kept aside") long quarantined) {}
