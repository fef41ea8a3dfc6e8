package dev.kontor.reporting.snapshots;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kontor.platform.web.CsvForm;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What frozen content can be had as, all from one snapshot. */
@Schema(
        name = "ExportFormat",
        description = "pdf: for printing and the archive. png: a picture. json, csv: the figures")
public enum ContentFormat {
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

    ContentFormat(String type) {
        this.type = MediaType.valueOf(type);
    }

    public MediaType type() {
        return type;
    }

    /** The type as an answer says it, with the encoding where it is text. */
    String contentType() {
        return this == CSV ? CsvForm.CONTENT_TYPE : type.toString();
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a caller that accepts these types, best first, gets; a wildcard is the first of those offered. */
    static Optional<ContentFormat> accepted(List<MediaType> acceptable, Collection<ContentFormat> offered) {
        return acceptable.stream()
                .filter(type -> !refused(type))
                .flatMap(type -> offered.stream()
                        .filter(format -> type.isCompatible(format.type))
                        .limit(1))
                .findFirst();
    }

    /** A weight of nothing is "not acceptable" (RFC 9110, section 12.4.2). */
    private static boolean refused(MediaType type) {
        var weight = type.getParameters().get("q");
        try {
            return weight != null && Double.parseDouble(weight) == 0;
        } catch (NumberFormatException noWeight) {
            return false;
        }
    }
}
