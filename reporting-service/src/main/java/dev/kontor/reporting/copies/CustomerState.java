package dev.kontor.reporting.copies;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What reports need of the state of {@code customer/{id}} on {@code kontor.customers.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CustomerState(
        UUID id, UUID partnerId, String name, String displayName, boolean managed, String logoHash, long version) {
    String shownName() {
        return displayName == null ? name : displayName;
    }
}
