package dev.kontor.billing.copies;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All licences of a customer, the ended ones of the last 13 months included. */
@JsonIgnoreProperties(ignoreUnknown = true)
record LicensesState(UUID customerId, UUID partnerId, long version, List<License> licenses) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record License(
            UUID id,
            String product,
            String category,
            String type,
            BigDecimal quantity,
            Instant startAt,
            Instant endAt) {}
}
