package dev.kontor.reporting.dashboards;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a widget stands, in columns (12 of them) and rows, from the top left corner. */
@Schema(examples = "{\"x\": 0, \"y\": 0, \"width\": 6, \"height\": 4}")
public record Position(int x, int y, int width, int height) {
    boolean overlaps(Position other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }
}
