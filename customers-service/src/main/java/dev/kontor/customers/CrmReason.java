package dev.kontor.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.platform.database.CodeColumn;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a name did not get to a CRM; what a partner can do something about. */
@Schema(
        description =
                "Why a name did not get to the CRM. account-refused is about one customer's account, the others about the connection")
public enum CrmReason {
    ADDRESS_REFUSED,
    UNREACHABLE,
    TIMED_OUT,
    CREDENTIALS_REFUSED,
    RATE_LIMITED,
    /** The CRM does not take this one account; it may well take others. */
    ACCOUNT_REFUSED,
    CRM_FAILED,
    SECRET_UNREADABLE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with that code. */
    public static CrmReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Converter(autoApply = true)
    static final class Column extends CodeColumn<CrmReason> {
        Column() {
            super(CrmReason.class);
        }
    }
}
