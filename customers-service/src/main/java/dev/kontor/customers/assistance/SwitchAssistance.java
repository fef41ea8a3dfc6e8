package dev.kontor.customers.assistance;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer's administrator decides. */
@Schema(name = "PartnerAssistanceInput")
record SwitchAssistance(
        @NotNull @Pattern(regexp = "on|off") @Schema(examples = "off") String state, Instant expiresAt) {}
