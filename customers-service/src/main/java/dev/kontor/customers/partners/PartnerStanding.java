package dev.kontor.customers.partners;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a partner may work; suspended, it still reads what it owes (domain.md, rule 40). */
@Schema(description = "suspended: it can read whoami, itself, statements and invoices, and nothing else")
public enum PartnerStanding {
    ACTIVE,
    SUSPENDED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
