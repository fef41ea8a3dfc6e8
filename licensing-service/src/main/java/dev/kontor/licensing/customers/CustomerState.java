package dev.kontor.licensing.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    /** Since when it is its partner's, where that is another than before. */
    Instant movedAt() {
        return Objects.requireNonNullElse(disconnectedAt, updatedAt);
    }
}
