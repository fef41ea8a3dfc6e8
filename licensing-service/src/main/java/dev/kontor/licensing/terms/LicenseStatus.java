package dev.kontor.licensing.terms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a licence is worth now (domain.md rule 16), the best first (rule 1). */
public enum LicenseStatus {
    ACTIVE,
    EXPIRING,
    TRIAL,
    EXPIRED,
    LAPSED,
    REVOKED;

    /** "Active" in "active only": it protects now (rule 1). */
    public boolean protects() {
        return compareTo(TRIAL) <= 0;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
