package dev.kontor.reporting.dashboards;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a widget stands, in columns (12 of them) and rows, from the top left corner. */
@Schema(
        name = "WidgetPosition",
        description = "Where a widget stands on a grid of 12 columns and 60 rows, from the top left corner",
        examples = "{\"x\": 0, \"y\": 0, \"width\": 6, \"height\": 4}")
public record Position(
        @Schema(minimum = "0", maximum = "10", description = "Columns to the left of it") int x,
        @Schema(minimum = "0", maximum = "58", description = "Rows above it") int y,
        @Schema(minimum = "2", maximum = "12", description = "In columns: x and width together are 12 at most")
                int width,
        @Schema(minimum = "2", maximum = "14", description = "In rows: y and height together are 60 at most")
                int height) {
    boolean overlaps(Position other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }
}
