package dev.kontor.reporting.exports;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kontor.reporting.snapshots.ContentFormat;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A frozen dashboard; its content is at {@code /v1/exports/{id}/content}. */
@Schema(
        name = "Export",
        description = "A dashboard frozen at one moment; its content is at /v1/exports/{exportId}/content")
record ExportView(
        @Schema(description = "Given when the dashboard is exported") UUID id,
        @Schema(description = "The customer whose dashboard it is") UUID customerId,
        @Schema(description = "The dashboard, which may have changed or gone since") String dashboardId,
        @Schema(description = "The format that it was asked for in; the others can be downloaded, too")
                ContentFormat format,
        @Schema(description = "The language of its texts, numbers and dates", examples = "de") String locale,
        @Schema(description = "An export is complete as soon as it exists") State state,
        @Schema(description = "The moment of its figures, names and logos") Instant snapshotAt,
        @Schema(description = "SHA-256 of the content: the same for every format, and for identical figures")
                String contentHash) {

    @Schema(name = "ExportState", description = "succeeded: the content is there")
    enum State {
        @JsonProperty("succeeded")
        SUCCEEDED
    }

    static ExportView of(Export export) {
        return new ExportView(
                export.id(),
                export.customerId(),
                export.dashboardId(),
                export.format(),
                export.locale().toLanguageTag(),
                State.SUCCEEDED,
                export.snapshotAt(),
                export.contentHash());
    }
}
