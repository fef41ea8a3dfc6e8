package dev.kontor.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.platform.database.CodeColumn;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an account is billed (domain.md, "Words"). */
@Schema(
        description =
                "How an account is billed: trial for 30 days, term by licence keys, monthly by usage, managed-order by orders of the partner")
public enum AccountType {
    TRIAL,
    TERM,
    MONTHLY,
    MANAGED_ORDER;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Converter(autoApply = true)
    static final class Column extends CodeColumn<AccountType> {
        Column() {
            super(AccountType.class);
        }
    }
}
