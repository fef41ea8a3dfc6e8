package dev.kontor.customers.assistance;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.platform.database.CodeColumn;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Whether a customer lets its partner in. */
public enum ConsentState {
    ON,
    OFF;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Converter(autoApply = true)
    static final class Column extends CodeColumn<ConsentState> {
        Column() {
            super(ConsentState.class);
        }
    }
}
