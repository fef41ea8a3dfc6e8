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
@Schema(
        description =
                "What widgets show. Members without figures are empty lists or null; all of them empty means that nothing was reported yet")
public record Figures(
        @Schema(description = "A count", nullable = true) BigDecimal value,
        @Schema(description = "The total that the value is part of; null if there is none", nullable = true)
                BigDecimal of,
        @Schema(description = "Shares of a whole, in the order in which they are drawn") List<Part> parts,
        @Schema(description = "Values over time, one a day") List<Point> points,
        @Schema(description = "Rows and columns, as they are shown", nullable = true) Table table,
        @Schema(description = "Findings, each with a signal") List<Check> checks) {

    /** How a part or a check stands; it decides the colour and the sign beside the words. */
    @Schema(
            name = "FiguresSignal",
            description =
                    "good, warning, bad: how it stands, which decides colour and sign. unknown: nothing was measured")
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

    @Schema(
            description =
                    "text: shown as it is. code: translated where it has a text. number: a plain decimal. date: as in 2026-11-22")
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
    @Schema(name = "FiguresPart", description = "A share of a whole")
    public record Part(
            @Schema(description = "A code such as healthy, which is translated, or a text") String label,
            @Schema(description = "How many it has, at least 0") BigDecimal value,
            @Schema(description = "What colours it; null if it is drawn neutrally", nullable = true) Signal state) {}

    @Schema(name = "FiguresPoint", description = "The value of one day")
    public record Point(
            @Schema(description = "The day") LocalDate at, @Schema(description = "At least 0") BigDecimal value) {}

    @Schema(name = "FiguresColumn", description = "One column of a table")
    public record Column(
            @Schema(description = "Its heading: a code, which is translated, or a text") String label,
            @Schema(description = "How its cells are read, aligned and sorted") CellKind kind) {}

    /** Cells as text: numbers plain, dates as RFC 3339 dates; null is an empty cell. */
    @Schema(name = "FiguresTable", description = "A table of figures")
    public record Table(
            @Schema(description = "From left to right") List<Column> columns,
            @Schema(description = "From top to bottom, each with a cell for every column; null is an empty cell")
                    List<List<String>> rows) {}

    @Schema(name = "FiguresCheck", description = "Something that was checked")
    public record Check(
            @Schema(description = "What was checked: a code, which is translated, or a text") String label,
            @Schema(description = "How it stands") Signal state,
            @Schema(description = "A sentence about it; null if there is none", nullable = true) String detail) {}

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
