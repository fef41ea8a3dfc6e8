package dev.kontor.customers.groups;

import dev.kontor.platform.web.text.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a partner decides of a group; its name is unique in the partner, however it is written. */
@Schema(name = "CustomerGroupInput", description = "What a partner decides of a group")
record EditableGroup(
        @NotBlank
                @Size(max = 100)
                @Text
                @Schema(description = "Unique in the partner, however it is written", examples = "Bäckereien Nord")
                String name) {}
