package dev.kontor.billing.copies;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

@JsonIgnoreProperties(ignoreUnknown = true)
record PartnerState(
        UUID id, String name, String region, String currency, String locale, String logoHash, long version) {}
