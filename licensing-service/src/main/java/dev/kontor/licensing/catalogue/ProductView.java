package dev.kontor.licensing.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product as callers see it. */
@Schema(name = "Product", description = "A product of the vendor")
record ProductView(
        @Schema(description = "Never changes, even if the product is renamed", examples = "endpoint-advanced")
                String code,
        @Schema(description = "The present name", examples = "Endpoint Advanced") String name,
        @Schema(description = "What it protects") Category category,
        @Schema(description = "What one licence covers") Unit unit,
        @Schema(description = "Can be billed monthly") boolean monthly,
        @Schema(description = "Former names, oldest first") List<String> formerNames) {}
