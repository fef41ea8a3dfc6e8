package dev.kontor.customers.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a subject may come in at all. */
enum AccessState {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("blocked")
    BLOCKED
}
