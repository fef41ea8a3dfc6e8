package dev.kontor.customers.customers;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an account is billed (domain.md, "Words"). */
enum AccountType {
    @JsonProperty("trial")
    TRIAL("trial"),
    @JsonProperty("term")
    TERM("term"),
    @JsonProperty("monthly")
    MONTHLY("monthly"),
    @JsonProperty("managed-order")
    MANAGED_ORDER("managed-order");

    private final String code;

    AccountType(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
