package dev.kontor.customers.assistance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a consent. */
@Schema(description = "What became of the consent: switched on or off, ended by its date, or asked for by the partner")
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
