package dev.kontor.customers.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a licence protects the customer now (domain.md rule 1). */
@Schema(description = "active: a licence protects the customer now (active, expiring or trial). inactive: none does")
public enum CustomerStatus {
    ACTIVE,
    INACTIVE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
