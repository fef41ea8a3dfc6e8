package dev.kontor.customers.assistance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a consent. */
public enum ConsentChange {
    ON,
    OFF,
    EXPIRED,
    REQUESTED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
