package dev.kontor.customers.partners;

import dev.kontor.customers.input.Contact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A partner as the API shows it.
 *
 * @param stateReason why it was suspended, or resumed
 * @param stateSince when; null where neither ever happened
 */
@Schema(name = "Partner", description = "A partner: a managed service provider")
record PartnerView(
        UUID id,
        @Schema(description = "The partner's name") String name,
        @Schema(
                        description =
                                "Programs that it takes part in: msp-flex for monthly billing, msp-flex-connect for managed orders")
                List<String> programs,
        @Schema(description = "Whom to talk to at the partner") Contact contact,
        String region,
        String currency,
        @Schema(description = "Language, and perhaps region, of its documents: de, en, de-AT") String locale,
        @Schema(description = "Whether GET /v1/partner/logo has an image") boolean hasLogo,
        PartnerStanding state,
        @Schema(description = "Why it was suspended, or resumed; null where nothing was said", nullable = true)
                String stateReason,
        @Schema(description = "Since when; null where it was never suspended", nullable = true) Instant stateSince,
        Instant createdAt,
        Instant updatedAt) {}
