package dev.kontor.reporting.exports;

import dev.kontor.reporting.snapshots.ContentFormat;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As what a dashboard is wanted, and in which language: by default that of Accept-Language, else the partner's. */
@Schema(
        name = "CreateExport",
        description = "In which form a dashboard is exported",
        examples = "{\"format\": \"pdf\", \"locale\": \"de\"}")
record CreateExport(
        @NotNull @Schema(description = "The format of the content where Accept takes any") ContentFormat format,
        @Pattern(regexp = "(en|de)(-[A-Za-z0-9-]{2,20})?")
                @Schema(
                        description =
                                "en or de, with a region or without. Default: the language of Accept-Language, else the partner's",
                        examples = "de",
                        maxLength = 23)
                String locale) {}
