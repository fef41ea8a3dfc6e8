package dev.kontor.licensing.plans;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a key does beside a term that still runs (domain.md rule 17); with none, both start now. */
@Schema(description = "How the new term goes with one that still runs")
public enum KeyMode {
    /** Starts when the current term ends. */
    RENEW,
    /** Starts now, and leaves one licence with the summed seats and one common end. */
    CHANGE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
