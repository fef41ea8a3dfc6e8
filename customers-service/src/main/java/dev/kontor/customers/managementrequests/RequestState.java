package dev.kontor.customers.managementrequests;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a request stands; everything but the first is for good. */
@Schema(description = "requested is open; the others are final")
public enum RequestState {
    REQUESTED,
    APPROVED,
    DECLINED,
    EXPIRED,
    WITHDRAWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
