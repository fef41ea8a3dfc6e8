package dev.kontor.reporting.securitydata;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kontor.reporting.drawing.WidgetType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a widget can show. */
@Schema(name = "DashboardSource", description = "Something that a widget can show")
public record Source(
        @Schema(description = "What a widget names as its source", examples = "endpoint.health") String code,
        @Schema(description = "The widget types that can show it") List<WidgetType> types,
        @Schema(description = "The member of the body that PUT …/security-data/{source} must fill", examples = "parts")
                Member figures) {

    /** The member of the figures that the source's widgets read. */
    @Schema(name = "FiguresMember", description = "The member of the figures that widgets of a source read")
    public enum Member {
        @JsonProperty("value")
        VALUE,
        @JsonProperty("parts")
        PARTS,
        @JsonProperty("points")
        POINTS,
        @JsonProperty("table")
        TABLE,
        @JsonProperty("checks")
        CHECKS
    }
}
