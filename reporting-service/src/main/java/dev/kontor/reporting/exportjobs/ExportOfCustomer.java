package dev.kontor.reporting.exportjobs;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one customer of a job. */
@Schema(name = "ExportOfCustomer")
record ExportOfCustomer(
        UUID customerId,
        @Schema(enumeration = {"pending", "done", "refused"}) String state,
        @Schema(description = "The export, to be had at /v1/exports/{id}/content; null unless done", nullable = true)
                UUID exportId,
        @Schema(description = "Why there is none", example = "partner-assistance-off", nullable = true) String reason) {

    static ExportOfCustomer of(UUID customerId, String state, UUID exportId, String reason) {
        return new ExportOfCustomer(customerId, state.equals("claimed") ? "pending" : state, exportId, reason);
    }
}
