package dev.kontor.reporting.copies;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What reports need of the state of {@code licenses/{customerId}} on {@code kontor.licensing.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record LicensesState(UUID customerId, UUID partnerId, long version, String status, List<Item> licenses) {
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(String product, String type, String status, Integer quantity, boolean unlimited, Instant endAt) {}
}
