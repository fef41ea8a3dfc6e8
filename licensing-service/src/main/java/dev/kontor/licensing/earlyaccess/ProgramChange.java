package dev.kontor.licensing.earlyaccess;

import dev.kontor.licensing.catalogue.Category;
import dev.kontor.platform.web.text.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the operator wants a program to be; {@code code} may repeat the path's. */
@Schema(name = "EarlyAccessProgramChange", description = "What an early access program is to be")
record ProgramChange(
        @Schema(
                        description = "If given, must equal the code in the path",
                        examples = "endpoint-preview",
                        maxLength = 60)
                String code,
        @NotBlank
                @Size(max = 120)
                @Text
                @Schema(description = "Shown to partners and customers, in one line", examples = "Endpoint Preview")
                String name,
        @Size(max = 1000) @Text(lines = true) @Schema(description = "What can be tried in it; may have several lines")
                String description,
        @NotNull @Schema(description = "Whether customers with monthly (Flex) licences can join")
                Boolean flexCompatible,
        @NotEmpty @Size(max = 12) @Schema(description = "A customer needs a licence in one of these categories")
                List<@NotNull Category> categories,
        @Schema(description = "Whether customers can still join. Default: true") Boolean open) {}
