package dev.kontor.customers.partners;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a partner may work; suspended, it still reads what it owes (domain.md, rule 40). */
enum PartnerStanding {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("suspended")
    SUSPENDED
}
