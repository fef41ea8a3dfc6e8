package dev.kontor.billing.intake;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is here of a reporter's records observed on a day (UTC), for it to compare with what it sent. */
@Schema(name = "UsageCount")
record UsageCount(LocalDate day, long stored, long quarantined) {}
