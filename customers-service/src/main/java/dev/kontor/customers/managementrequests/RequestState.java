package dev.kontor.customers.managementrequests;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a request stands; everything but the first is for good. */
enum RequestState {
    @JsonProperty("requested")
    REQUESTED("requested"),
    @JsonProperty("approved")
    APPROVED("approved"),
    @JsonProperty("declined")
    DECLINED("declined"),
    @JsonProperty("expired")
    EXPIRED("expired"),
    @JsonProperty("withdrawn")
    WITHDRAWN("withdrawn");

    private final String code;

    RequestState(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
