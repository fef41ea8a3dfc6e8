package dev.kontor.customers.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What licences protect. */
@Schema(description = "What licences protect")
public enum LicenseCategory {
    ENDPOINT,
    SERVER,
    UEM,
    EMAIL,
    MOBILE,
    ENCRYPTION,
    PHISH_THREAT,
    FIREWALL,
    CLOUD,
    ZTNA,
    XDR,
    MDR;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
