package dev.kontor.reporting.exports;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kontor.reporting.snapshots.ContentFormat;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A frozen dashboard; its content is at {@code /v1/exports/{id}/content}. */
@Schema(name = "Export")
record ExportView(
        UUID id,
        UUID customerId,
        String dashboardId,
        ContentFormat format,
        @Schema(examples = "de") String locale,
        State state,
        Instant snapshotAt,
        @Schema(description = "SHA-256 of the content: the same for every format, and for identical figures")
                String contentHash) {

    @Schema(name = "ExportState")
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
