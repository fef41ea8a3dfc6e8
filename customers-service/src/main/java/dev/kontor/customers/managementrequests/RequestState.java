package dev.kontor.customers.managementrequests;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a request stands; everything but the first is for good. */
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
