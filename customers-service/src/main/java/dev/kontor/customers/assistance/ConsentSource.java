package dev.kontor.customers.assistance;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.platform.database.CodeColumn;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Why consent was last given (domain.md rule 13). */
public enum ConsentSource {
    PARTNER_TRIAL,
    MONTHLY_ACCOUNT,
    MANAGED_ORDER,
    CUSTOMER_ADMIN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Converter(autoApply = true)
    static final class Column extends CodeColumn<ConsentSource> {
        Column() {
            super(ConsentSource.class);
        }
    }
}
