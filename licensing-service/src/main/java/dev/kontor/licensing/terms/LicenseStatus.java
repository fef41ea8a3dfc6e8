package dev.kontor.licensing.terms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a licence is worth now (domain.md rule 16), the best first (rule 1). */
@Schema(
        description =
                "active: more than 30 days left, or no end. expiring: at most 30 days left. trial: a trial that runs. expired: ended less than 60 days ago. lapsed: ended 60 days ago or earlier. revoked: ended before its time")
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
