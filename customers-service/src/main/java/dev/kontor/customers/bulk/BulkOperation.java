package dev.kontor.customers.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** What can be done to many customers at once, each by its own permission. */
enum BulkOperation {
    @JsonProperty("disconnect")
    DISCONNECT("disconnect", "customers:disconnect"),
    @JsonProperty("add-to-group")
    ADD_TO_GROUP("add-to-group", "groups:manage"),
    @JsonProperty("change-billing-type")
    CHANGE_BILLING_TYPE("change-billing-type", "licenses:manage");

    private final String code;
    private final String permission;

    BulkOperation(String code, String permission) {
        this.code = code;
        this.permission = permission;
    }

    String code() {
        return code;
    }

    String permission() {
        return permission;
    }

    /** As refusals name it. */
    @Override
    public String toString() {
        return code;
    }

    static BulkOperation of(String code) {
        return Arrays.stream(values())
                .filter(operation -> operation.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
