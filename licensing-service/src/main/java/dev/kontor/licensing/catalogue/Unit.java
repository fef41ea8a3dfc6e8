package dev.kontor.licensing.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one licence of a product covers. */
@Schema(
        name = "ProductUnit",
        description = "What one licence of a product covers: one user, one device, one server or one mailbox")
public enum Unit {
    USER,
    DEVICE,
    SERVER,
    MAILBOX;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
