package dev.kontor.licensing.accounts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a customer's account is billed. */
public enum AccountType {
    TRIAL,
    TERM,
    MONTHLY,
    MANAGED_ORDER;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
