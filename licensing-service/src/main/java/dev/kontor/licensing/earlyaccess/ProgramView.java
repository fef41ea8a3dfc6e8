package dev.kontor.licensing.earlyaccess;

import dev.kontor.licensing.catalogue.Category;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program as callers see it. */
@Schema(name = "EarlyAccessProgram", description = "A preview of what is not for sale yet, and who may join it")
record ProgramView(
        @Schema(description = "Given by the operator, and never changed", examples = "endpoint-preview") String code,
        @Schema(description = "Shown to partners and customers") String name,
        @Schema(description = "What can be tried in it; empty if nothing was said") String description,
        @Schema(description = "Whether customers with monthly (Flex) licences can join") boolean flexCompatible,
        @Schema(description = "A customer needs a licence in one of these categories") List<Category> categories,
        @Schema(description = "Whether customers can still join") boolean open) {}
