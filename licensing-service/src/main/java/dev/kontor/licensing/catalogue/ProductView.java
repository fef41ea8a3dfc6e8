package dev.kontor.licensing.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product as callers see it. */
@Schema(name = "Product")
record ProductView(
        @Schema(description = "Never changes, also when the product is renamed", examples = "endpoint-advanced")
                String code,
        @Schema(examples = "Endpoint Advanced") String name,
        Category category,
        Unit unit,
        @Schema(description = "Can be billed by the month") boolean monthly,
        @Schema(description = "Names it had before, oldest first") List<String> formerNames) {}
