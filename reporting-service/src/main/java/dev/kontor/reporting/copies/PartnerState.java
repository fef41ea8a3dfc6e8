package dev.kontor.reporting.copies;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What reports need of the state of {@code partner/{id}} on {@code kontor.customers.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PartnerState(UUID id, String name, String locale, String logoHash, long version) {}
