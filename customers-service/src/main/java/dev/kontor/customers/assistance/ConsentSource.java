package dev.kontor.customers.assistance;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.platform.database.CodeColumn;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why consent was last given (domain.md rule 13). */
@Schema(
        description =
                "Why the consent came on: by a trial that the partner made, by a monthly account, by a managed order, or by the customer's administrator")
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
