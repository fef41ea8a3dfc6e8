package dev.kontor.customers.partners;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a partner may work; suspended, it still reads what it owes (domain.md, rule 40). */
public enum PartnerStanding {
    ACTIVE,
    SUSPENDED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
