package dev.kontor.customers.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a subject may come in at all. */
public enum AccessState {
    ACTIVE,
    BLOCKED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
