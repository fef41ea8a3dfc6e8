package dev.kontor.licensing.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product as callers see it. */
@Schema(name = "Product")
record ProductView(
        @Schema(description = "Never changes, even if the product is renamed", examples = "endpoint-advanced")
                String code,
        @Schema(examples = "Endpoint Advanced") String name,
        Category category,
        Unit unit,
        @Schema(description = "Can be billed monthly") boolean monthly,
        @Schema(description = "Former names, oldest first") List<String> formerNames) {}
