package dev.kontor.customers.access;

import dev.kontor.platform.web.text.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is decided of a subject. */
@Schema(name = "AdministratorAccessInput", description = "What is decided of a subject")
record ChangeAccess(
        @NotNull AccessState state,
        @Size(max = 500)
                @Text(lines = true)
                @Schema(description = "Kept and shown with the state", examples = "Left the company")
                String reason) {}
