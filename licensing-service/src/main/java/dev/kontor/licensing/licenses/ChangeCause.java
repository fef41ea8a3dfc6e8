package dev.kontor.licensing.licenses;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a customer's licences are others than before. */
public enum ChangeCause {
    ACCOUNT_CREATED,
    PRODUCTS_CHOSEN,
    BILLING_TYPE_CONVERTED,
    KEY_REDEEMED,
    MANAGED_ORDER,
    TIME_PASSED,
    CUSTOMER_MOVED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
