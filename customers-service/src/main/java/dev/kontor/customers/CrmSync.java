package dev.kontor.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.platform.database.CodeColumn;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a name is on its way to the CRM. */
@Schema(
        description =
                "Where the displayed name is on its way to the CRM: not-linked has no crmAccountId; failed is still retried")
public enum CrmSync {
    NOT_LINKED,
    PENDING,
    SYNCED,
    FAILED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Converter(autoApply = true)
    static final class Column extends CodeColumn<CrmSync> {
        Column() {
            super(CrmSync.class);
        }
    }
}
