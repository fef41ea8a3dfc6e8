package dev.kontor.reporting.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What stands behind one widget. A source fills the members its widgets need; nothing filled means no data yet.
 *
 * @param value a count, and {@code of} what it is a part of
 */
public record Figures(
        @Schema(nullable = true) BigDecimal value,
        @Schema(nullable = true) BigDecimal of,
        List<Part> parts,
        List<Point> points,
        @Schema(nullable = true) Table table,
        List<Check> checks) {

    /** How a part or a check stands; it decides the colour and the sign beside the words. */
    @Schema(name = "FiguresSignal")
    public enum Signal {
        @JsonProperty("good")
        GOOD,
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("bad")
        BAD,
        @JsonProperty("unknown")
        UNKNOWN
    }

    public enum CellKind {
        @JsonProperty("text")
        TEXT,
        /** A label: translated where it has a text. */
        @JsonProperty("code")
        CODE,
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("date")
        DATE
    }

    /** A share of a whole; the label is a code with a text of its own, or shown as it is. */
    @Schema(name = "FiguresPart")
    public record Part(String label, BigDecimal value, @Schema(nullable = true) Signal state) {}

    @Schema(name = "FiguresPoint")
    public record Point(LocalDate at, BigDecimal value) {}

    @Schema(name = "FiguresColumn")
    public record Column(String label, CellKind kind) {}

    /** Cells as text: numbers plain, dates as RFC 3339 dates; null is an empty cell. */
    @Schema(name = "FiguresTable")
    public record Table(List<Column> columns, List<List<String>> rows) {}

    @Schema(name = "FiguresCheck")
    public record Check(String label, Signal state, @Schema(nullable = true) String detail) {}

    public static final Figures NONE = new Figures(null, null, List.of(), List.of(), null, List.of());

    public Figures {
        parts = parts == null ? List.of() : List.copyOf(parts);
        points = points == null ? List.of() : List.copyOf(points);
        checks = checks == null ? List.of() : List.copyOf(checks);
    }

    public static Figures amount(BigDecimal value, BigDecimal of) {
        return new Figures(value, of, List.of(), List.of(), null, List.of());
    }

    public static Figures parts(List<Part> parts) {
        return new Figures(null, null, parts, List.of(), null, List.of());
    }

    public static Figures points(List<Point> points) {
        return new Figures(null, null, List.of(), points, null, List.of());
    }

    public static Figures table(Table table) {
        return new Figures(null, null, List.of(), List.of(), table, List.of());
    }

    public static Figures checks(List<Check> checks) {
        return new Figures(null, null, List.of(), List.of(), null, checks);
    }
}
