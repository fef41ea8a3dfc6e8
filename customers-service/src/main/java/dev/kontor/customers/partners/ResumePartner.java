package dev.kontor.customers.partners;

import dev.kontor.platform.web.text.Text;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a partner may work again. */
@Schema(name = "ResumptionInput", description = "Why a partner may work again")
record ResumePartner(
        @Size(max = 500)
                @Text(lines = true)
                @Schema(description = "The partner reads it as stateReason", examples = "Paid")
                String reason) {}
