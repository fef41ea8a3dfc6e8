package dev.kontor.customers.assistance;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Consent as the API shows it; {@code requested} while a question of the partner is open. */
@Schema(name = "PartnerAssistance")
public record AssistanceView(
        ConsentState state,
        @Schema(nullable = true, description = "Why it was last switched on; null if it never was")
                ConsentSource source,
        Instant since,
        @Schema(nullable = true) Instant expiresAt,
        boolean requested) {}
