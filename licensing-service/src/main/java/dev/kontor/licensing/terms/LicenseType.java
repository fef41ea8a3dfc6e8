package dev.kontor.licensing.terms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a licence came about and is paid for. */
public enum LicenseType {
    TRIAL,
    TERM,
    MONTHLY,
    ORDERED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
