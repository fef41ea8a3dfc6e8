package dev.kontor.customers.crm;

import dev.kontor.customers.CrmReason;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The connection as the API shows it; the secret never leaves. */
@Schema(name = "CrmConnection", description = "The connection to the partner's CRM; its secret is never shown")
record CrmView(
        @Schema(description = "Where the CRM is") String baseUrl,
        @Schema(description = "The OAuth client that writes to it") String clientId,
        @Schema(nullable = true, description = "Why the last attempt failed; null after a success") CrmReason failure,
        Instant updatedAt) {}
