package dev.kontor.billing.copies;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

@JsonIgnoreProperties(ignoreUnknown = true)
record CustomerState(
        UUID id,
        UUID partnerId,
        String name,
        String displayName,
        String accountType,
        String externalId,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    String shownName() {
        return displayName == null ? name : displayName;
    }
}
