package dev.kontor.licensing.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What licences need of the state of {@code customer/{id}} on {@code kontor.customers.v1}.
 *
 * @param disconnectedAt when it last left a partner; null where it never did
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CustomerState(
        UUID id,
        UUID partnerId,
        AccountType accountType,
        List<String> products,
        Instant createdAt,
        Instant updatedAt,
        Instant disconnectedAt,
        long version) {

    /** Whoever has no partner belongs to the vendor, under this reserved id (architecture decision 9). */
    private static final UUID VENDOR = UUID.fromString("00000000-0000-7000-8000-000000000001");

    /** Since when it is its partner's, where that is another than before. */
    Instant movedAt() {
        return partnerId.equals(VENDOR) && disconnectedAt != null ? disconnectedAt : updatedAt;
    }
}
