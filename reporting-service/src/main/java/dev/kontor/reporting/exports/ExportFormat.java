package dev.kontor.reporting.exports;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;

/** What an export can be had as, all from one snapshot. */
enum ExportFormat {
    @JsonProperty("pdf")
    PDF("application/pdf"),
    @JsonProperty("png")
    PNG("image/png"),
    @JsonProperty("json")
    JSON("application/json"),
    @JsonProperty("csv")
    CSV("text/csv");

    @SuppressWarnings("ImmutableEnumChecker")
    private final MediaType type;

    ExportFormat(String type) {
        this.type = MediaType.valueOf(type);
    }

    MediaType type() {
        return type;
    }

    /** The type as an answer says it, with the encoding where it is text. */
    String contentType() {
        return this == CSV ? "text/csv;charset=UTF-8" : type.toString();
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
