package dev.kontor.reporting.securitydata;

import dev.kontor.reporting.figures.Figures;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures that count now, and since when they are true. */
@Schema(name = "StoredSecurityData", description = "The figures of a source that are stored now")
record SecurityDataView(
        @Schema(description = "The customer that they are about") UUID customerId,
        @Schema(description = "The source that they belong to") String source,
        @Schema(description = "When they were measured") Instant asOf,
        @Schema(description = "What widgets of the source show") Figures figures) {}
