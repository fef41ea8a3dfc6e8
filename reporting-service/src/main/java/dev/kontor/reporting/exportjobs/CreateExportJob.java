package dev.kontor.reporting.exportjobs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kontor.reporting.snapshots.ContentFormat;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which dashboard is wanted, of which customers, and as what. */
@Schema(
        name = "CreateExportJob",
        description = "One dashboard of many customers. Name them in customerIds, or say all: true",
        examples = "{\"dashboard\": \"central-overview\", \"all\": true, \"format\": \"pdf\"}")
record CreateExportJob(
        @NotBlank
                @Size(max = 40)
                @Schema(
                        description = "One of the vendor's dashboards, which every customer has",
                        examples = "central-overview")
                String dashboard,
        @Size(min = 1, max = 10_000) @Schema(description = "The customers; if omitted, all must be true")
                Set<@NotNull UUID> customerIds,
        @Schema(description = "Export for every customer that the caller can see") Boolean all,
        @NotNull @Schema(description = "The format of every export") ContentFormat format,
        @Pattern(regexp = "(en|de)(-[A-Za-z0-9-]{2,20})?")
                @Schema(description = "Default: the partner's language", examples = "de", maxLength = 23)
                String locale) {

    /** Either is said, never both: an empty list must not come to mean everybody. */
    @JsonIgnore
    boolean namesWhom() {
        return ofAll() == (customerIds == null);
    }

    @JsonIgnore
    boolean ofAll() {
        return Boolean.TRUE.equals(all);
    }
}
