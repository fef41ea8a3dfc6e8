package dev.kontor.customers.crm;

import dev.kontor.customers.CrmReason;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The connection as the API shows it; the secret never leaves. */
@Schema(name = "CrmConnection")
record CrmView(
        String baseUrl,
        String clientId,
        @Schema(nullable = true, description = "Why the last attempt failed; null after a success") CrmReason failure,
        Instant updatedAt) {}
