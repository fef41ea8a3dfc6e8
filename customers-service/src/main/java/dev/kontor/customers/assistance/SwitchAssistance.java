package dev.kontor.customers.assistance;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer's administrator decides. */
@Schema(name = "PartnerAssistanceInput")
record SwitchAssistance(@NotNull @Schema(examples = "off") ConsentState state, Instant expiresAt) {}
