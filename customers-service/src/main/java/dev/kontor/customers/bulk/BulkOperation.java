package dev.kontor.customers.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kontor.platform.jobs.Needs;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be done to many customers at once, each by its own permission. */
@Schema(
        description =
                "What is done to each customer; each operation needs its own permission, and change-billing-type the program msp-flex")
enum BulkOperation {
    @JsonProperty("disconnect")
    DISCONNECT("disconnect", "customers:disconnect", null),
    @JsonProperty("add-to-group")
    ADD_TO_GROUP("add-to-group", "groups:manage", null),
    @JsonProperty("change-billing-type")
    CHANGE_BILLING_TYPE("change-billing-type", "licenses:manage", "msp-flex");

    private final String code;
    private final String permission;
    private final String program;

    BulkOperation(String code, String permission, String program) {
        this.code = code;
        this.permission = permission;
        this.program = program;
    }

    String code() {
        return code;
    }

    Needs needs() {
        return new Needs(permission, program);
    }

    /** As refusals name it. */
    @Override
    public String toString() {
        return code;
    }
}
