package dev.kontor.licensing.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a product protects. */
@Schema(name = "ProductCategory", description = "What a product protects")
public enum Category {
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

    /** Monthly licences are chosen from Endpoint, Server and UEM products (domain.md rule 10). */
    boolean canBeMonthly() {
        return this == ENDPOINT || this == SERVER || this == UEM;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
