package dev.kontor.licensing.earlyaccess;

import dev.kontor.licensing.catalogue.Category;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the operator wants a program to be; {@code code} may repeat the path's. */
@Schema(name = "EarlyAccessProgramChange")
record ProgramChange(
        @Schema(description = "May repeat the code of the path", examples = "endpoint-preview") String code,
        @NotBlank @Size(max = 120) @Schema(examples = "Endpoint Preview") String name,
        @Size(max = 1000) String description,
        @NotNull @Schema(description = "Whether it goes with monthly (Flex) licences") Boolean flexCompatible,
        @NotEmpty @Size(max = 12) @Schema(description = "A licence of any of these categories opens it to its customer")
                List<@NotNull Category> categories,
        @Schema(description = "Whether customers can still join; true when left out") Boolean open) {}
