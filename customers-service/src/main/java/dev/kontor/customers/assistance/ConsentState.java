package dev.kontor.customers.assistance;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.platform.database.CodeColumn;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a customer lets its partner in. */
@Schema(description = "Whether the partner may act inside the customer's account")
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
