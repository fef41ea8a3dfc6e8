package dev.kontor.licensing.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What licences need of the state of {@code customer/{id}} on {@code kontor.customers.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CustomerState(
        UUID id, UUID partnerId, AccountType accountType, List<String> products, Instant createdAt, long version) {}
