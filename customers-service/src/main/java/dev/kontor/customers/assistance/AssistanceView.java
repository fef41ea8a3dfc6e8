package dev.kontor.customers.assistance;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Consent as the API shows it; {@code requested} while a question of the partner is open. */
@Schema(name = "PartnerAssistance", description = "The customer's consent to its partner acting inside its account")
public record AssistanceView(
        ConsentState state,
        @Schema(nullable = true, description = "Why it was last switched on; null if it never was")
                ConsentSource source,
        @Schema(description = "Since when it is as it is") Instant since,
        @Schema(description = "When it ends by itself; null if it does not", nullable = true) Instant expiresAt,
        @Schema(description = "Whether the partner has asked for it and nobody has decided") boolean requested) {}
