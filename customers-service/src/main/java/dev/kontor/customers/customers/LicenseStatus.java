package dev.kontor.customers.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer's licences are worth now (domain.md rules 1 and 16). */
@Schema(
        name = "CustomerLicenseStatus",
        description =
                "The best that any licence has, in the order active, expiring (ends within 30 days), trial, expired (less than 60 days ago), lapsed, revoked; none before the first licence")
public enum LicenseStatus {
    NONE,
    TRIAL,
    ACTIVE,
    EXPIRING,
    EXPIRED,
    LAPSED,
    REVOKED;

    boolean protects() {
        return this == ACTIVE || this == EXPIRING || this == TRIAL;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
