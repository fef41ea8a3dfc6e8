package dev.kontor.customers.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a subject may come in at all. */
@Schema(description = "active: may call. blocked: every token is refused with subject-blocked")
public enum AccessState {
    ACTIVE,
    BLOCKED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
