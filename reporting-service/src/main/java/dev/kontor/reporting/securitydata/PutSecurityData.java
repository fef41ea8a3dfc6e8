package dev.kontor.reporting.securitydata;

import dev.kontor.platform.web.text.Text;
import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.figures.Figures.CellKind;
import dev.kontor.reporting.figures.Figures.Signal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Figures as the usage reporter posts them; bounded, so that every widget can be drawn. */
@Schema(
        name = "SecurityData",
        description =
                "The figures of one source. Fill the member that GET /v1/dashboard-sources names for it; the others are left out",
        example =
                """
                {"asOf": "2026-11-22T06:00:00Z",
                 "parts": [{"label": "healthy", "value": 118, "state": "good"},
                           {"label": "at-risk", "value": 4, "state": "warning"}]}""")
record PutSecurityData(
        @NotNull
                @Schema(
                        description =
                                "When the figures were measured, at most 24 hours in the future; older figures never replace newer ones")
                Instant asOf,
        @PositiveOrZero
                @Digits(integer = 15, fraction = 6)
                @Schema(
                        description = "A count, at least 0; 15 digits before the point and 6 behind it",
                        maximum = MOST,
                        exclusiveMaximum = true)
                BigDecimal value,
        @PositiveOrZero
                @Digits(integer = 15, fraction = 6)
                @Schema(maximum = MOST, exclusiveMaximum = true, description = "The total that the value is part of")
                BigDecimal of,
        @Size(max = 24) @Schema(description = "Shares of a whole, in the order in which they are drawn")
                List<@NotNull @Valid Part> parts,
        @Size(max = 400) @Schema(description = "Values over time, one a day") List<@NotNull @Valid Point> points,
        @Valid @Schema(description = "Rows and columns, as they are shown") Table table,
        @Size(max = 24) @Schema(description = "Findings, each with a signal") List<@NotNull @Valid Check> checks) {

    /** What fifteen digits before the point stay below. */
    private static final String MOST = "1000000000000000";

    @Schema(name = "SecurityDataPart", description = "A share of a whole")
    record Part(
            @NotBlank
                    @Size(max = 120)
                    @Text
                    @Schema(
                            description = "A code such as healthy, which is translated, or a text",
                            examples = "healthy")
                    String label,
            @NotNull
                    @PositiveOrZero
                    @Digits(integer = 15, fraction = 6)
                    @Schema(
                            description = "How many it has, at least 0; 15 digits before the point and 6 behind it",
                            maximum = MOST,
                            exclusiveMaximum = true)
                    BigDecimal value,
            @Schema(description = "What colours it; left out, it is drawn neutrally") Signal state) {}

    @Schema(name = "SecurityDataPoint", description = "The value of one day")
    record Point(
            @NotNull @Schema(description = "The day") LocalDate at,
            @NotNull
                    @PositiveOrZero
                    @Digits(integer = 15, fraction = 6)
                    @Schema(
                            description = "At least 0; 15 digits before the point and 6 behind it",
                            maximum = MOST,
                            exclusiveMaximum = true)
                    BigDecimal value) {}

    @Schema(name = "SecurityDataTable", description = "A table of at most 8 columns and 200 rows")
    record Table(
            @NotEmpty @Size(max = 8) @Schema(description = "From left to right") List<@NotNull @Valid Column> columns,
            @NotNull
                    @Size(max = 200)
                    @Schema(description = "A cell of a number column is a plain decimal, of a date column 2026-11-22")
                    List<@NotNull @Size(max = 8) List<@Size(max = 200) @Text String>> rows) {}

    @Schema(name = "SecurityDataColumn", description = "One column of a table")
    record Column(
            @NotBlank @Size(max = 60) @Text @Schema(description = "Its heading: a code, which is translated, or a text")
                    String label,
            @NotNull @Schema(description = "How its cells are read, aligned and sorted") CellKind kind) {}

    @Schema(name = "SecurityDataCheck", description = "Something that was checked")
    record Check(
            @NotBlank
                    @Size(max = 120)
                    @Text
                    @Schema(description = "What was checked: a code, which is translated, or a text")
                    String label,
            @NotNull @Schema(description = "How it stands") Signal state,
            @Size(max = 200) @Text @Schema(description = "A sentence about it, shown beside the label")
                    String detail) {}

    Figures figures() {
        return new Figures(
                plain(value),
                plain(of),
                parts == null
                        ? null
                        : parts.stream()
                                .map(p -> new Figures.Part(p.label(), plain(p.value()), p.state()))
                                .toList(),
                points == null
                        ? null
                        : points.stream()
                                .map(p -> new Figures.Point(p.at(), plain(p.value())))
                                .toList(),
                table == null
                        ? null
                        : new Figures.Table(
                                table.columns().stream()
                                        .map(c -> new Figures.Column(c.label(), c.kind()))
                                        .toList(),
                                table.rows()),
                checks == null
                        ? null
                        : checks.stream()
                                .map(c -> new Figures.Check(c.label(), c.state(), c.detail()))
                                .toList());
    }

    /** 7 and 7.00 are one figure, and freeze to one hash. */
    private static BigDecimal plain(BigDecimal value) {
        return value == null ? null : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
