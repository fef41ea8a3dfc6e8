package dev.kontor.reporting.exportjobs;

import dev.kontor.platform.jobs.StoredItem;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one customer of a job. */
@Schema(name = "ExportOfCustomer", description = "What became of one customer of an export job")
record ExportOfCustomer(
        @Schema(description = "The customer whose dashboard was to be exported") UUID customerId,
        @Schema(
                        description =
                                "pending: not its turn yet. done: exported. refused: not exported, for the reason given. cancelled: the job was stopped before its turn",
                        enumeration = {"pending", "done", "refused", "cancelled"})
                String state,
        @Schema(
                        description =
                                "The export, downloaded from /v1/exports/{id}/content; null unless the outcome is done",
                        nullable = true)
                UUID exportId,
        @Schema(description = "Why there is no export", examples = "partner-assistance-off", nullable = true)
                String reason) {

    static ExportOfCustomer of(StoredItem item) {
        var outcome = item.outcome();
        var export = outcome == null || outcome.details() == null
                ? null
                : outcome.details().get("exportId");
        return new ExportOfCustomer(
                item.item(),
                item.state().isOpen() ? "pending" : item.state().name().toLowerCase(Locale.ROOT),
                export == null ? null : UUID.fromString(export.toString()),
                outcome == null || outcome.refusal() == null
                        ? null
                        : outcome.refusal().code());
    }
}
