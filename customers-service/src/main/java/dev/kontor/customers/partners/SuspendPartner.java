package dev.kontor.customers.partners;

import dev.kontor.platform.web.text.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a partner is suspended; it reads so itself. */
@Schema(name = "SuspensionInput", description = "Why a partner is suspended")
record SuspendPartner(
        @NotBlank
                @Size(max = 500)
                @Text(lines = true)
                @Schema(description = "The partner reads it as stateReason", examples = "Invoices unpaid since October")
                String reason) {}
