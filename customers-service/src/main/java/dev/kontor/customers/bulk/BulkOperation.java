package dev.kontor.customers.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kontor.platform.jobs.Needs;

/** What can be done to many customers at once, each by its own permission. */
enum BulkOperation {
    @JsonProperty("disconnect")
    DISCONNECT("disconnect", new Needs("customers:disconnect", null)),
    @JsonProperty("add-to-group")
    ADD_TO_GROUP("add-to-group", new Needs("groups:manage", null)),
    @JsonProperty("change-billing-type")
    CHANGE_BILLING_TYPE("change-billing-type", new Needs("licenses:manage", "msp-flex"));

    private final String code;
    private final Needs needs;

    BulkOperation(String code, Needs needs) {
        this.code = code;
        this.needs = needs;
    }

    String code() {
        return code;
    }

    Needs needs() {
        return needs;
    }

    /** As refusals name it. */
    @Override
    public String toString() {
        return code;
    }
}
