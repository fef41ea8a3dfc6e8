package dev.kontor.customers.assistance;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer's administrator decides. */
@Schema(name = "PartnerAssistanceInput", description = "What the customer's administrator decides")
record SwitchAssistance(
        @NotNull @Schema(examples = "off") ConsentState state,
        @Schema(description = "When the consent ends by itself; only with on, and in the future") Instant expiresAt) {}
