package dev.kontor.customers.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a licence protects the customer now (domain.md rule 1). */
public enum CustomerStatus {
    ACTIVE,
    INACTIVE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
