package dev.kontor.reporting.exports;

import dev.kontor.reporting.snapshots.ContentFormat;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As what a dashboard is wanted, and in which language: by default that of Accept-Language, else the partner's. */
@Schema(name = "CreateExport", examples = "{\"format\": \"pdf\", \"locale\": \"de\"}")
record CreateExport(
        @NotNull ContentFormat format,
        @Pattern(regexp = "(en|de)(-[A-Za-z0-9-]{2,20})?") @Schema(examples = "de", maxLength = 23) String locale) {}
