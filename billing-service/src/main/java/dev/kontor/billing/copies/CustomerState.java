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
        Instant disconnectedAt,
        long version) {

    String shownName() {
        return displayName == null ? name : displayName;
    }

    /** When a relation that began at {@code since} ended: the effective date of a disconnect, where this state is of one. */
    Instant changedHandsAfter(Instant since) {
        boolean scheduled =
                disconnectedAt != null && disconnectedAt.isAfter(since) && !disconnectedAt.isAfter(updatedAt);
        return scheduled ? disconnectedAt : updatedAt;
    }
}
