package dev.kontor.customers.crm;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The connection as the API shows it; the secret never leaves. */
@Schema(name = "CrmConnection")
record CrmView(
        String baseUrl,
        String clientId,
        @Schema(
                        nullable = true,
                        description = "Why the last attempt failed; null after a success",
                        enumeration = {
                            "address-refused",
                            "unreachable",
                            "timed-out",
                            "credentials-refused",
                            "rate-limited",
                            "account-refused",
                            "crm-failed",
                            "secret-unreadable"
                        })
                String failure,
        Instant updatedAt) {}
