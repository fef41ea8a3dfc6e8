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
@Schema(name = "Partner")
record PartnerView(
        UUID id,
        String name,
        List<String> programs,
        Contact contact,
        String region,
        String currency,
        String locale,
        boolean hasLogo,
        PartnerStanding state,
        @Schema(nullable = true) String stateReason,
        @Schema(nullable = true) Instant stateSince,
        Instant createdAt,
        Instant updatedAt) {}
