package dev.kontor.licensing.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What one licence of a product covers. */
public enum Unit {
    USER,
    DEVICE,
    SERVER,
    MAILBOX;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
