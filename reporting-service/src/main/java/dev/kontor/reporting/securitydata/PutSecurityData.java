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
        @PositiveOrZero @Digits(integer = 15, fraction = 6) @Schema(maximum = MOST, exclusiveMaximum = true)
                BigDecimal value,
        @PositiveOrZero
                @Digits(integer = 15, fraction = 6)
                @Schema(maximum = MOST, exclusiveMaximum = true, description = "The total that the value is part of")
                BigDecimal of,
        @Size(max = 24) List<@NotNull @Valid Part> parts,
        @Size(max = 400) List<@NotNull @Valid Point> points,
        @Valid Table table,
        @Size(max = 24) List<@NotNull @Valid Check> checks) {

    /** What fifteen digits before the point stay below. */
    private static final String MOST = "1000000000000000";

    @Schema(name = "SecurityDataPart")
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
                    @Schema(maximum = MOST, exclusiveMaximum = true)
                    BigDecimal value,
            Signal state) {}

    @Schema(name = "SecurityDataPoint")
    record Point(
            @NotNull LocalDate at,
            @NotNull
                    @PositiveOrZero
                    @Digits(integer = 15, fraction = 6)
                    @Schema(maximum = MOST, exclusiveMaximum = true)
                    BigDecimal value) {}

    @Schema(name = "SecurityDataTable")
    record Table(
            @NotEmpty @Size(max = 8) List<@NotNull @Valid Column> columns,
            @NotNull
                    @Size(max = 200)
                    @Schema(description = "A cell of a number column is a plain decimal, of a date column 2026-11-22")
                    List<@NotNull @Size(max = 8) List<@Size(max = 200) @Text String>> rows) {}

    @Schema(name = "SecurityDataColumn")
    record Column(@NotBlank @Size(max = 60) @Text String label, @NotNull CellKind kind) {}

    @Schema(name = "SecurityDataCheck")
    record Check(
            @NotBlank @Size(max = 120) @Text String label,
            @NotNull Signal state,
            @Size(max = 200) @Text String detail) {}

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
