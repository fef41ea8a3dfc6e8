package dev.kontor.customers.partners;

import dev.kontor.customers.input.Contact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner as the API shows it. */
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
        Instant createdAt,
        Instant updatedAt) {}
