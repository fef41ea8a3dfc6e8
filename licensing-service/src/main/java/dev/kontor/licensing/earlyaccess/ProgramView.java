package dev.kontor.licensing.earlyaccess;

import dev.kontor.licensing.catalogue.Category;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program as callers see it. */
@Schema(name = "EarlyAccessProgram")
record ProgramView(
        @Schema(examples = "endpoint-preview") String code,
        String name,
        String description,
        @Schema(description = "Whether customers with monthly (Flex) licences can join") boolean flexCompatible,
        @Schema(description = "A customer needs a licence in one of these categories") List<Category> categories,
        @Schema(description = "Whether customers can still join") boolean open) {}
