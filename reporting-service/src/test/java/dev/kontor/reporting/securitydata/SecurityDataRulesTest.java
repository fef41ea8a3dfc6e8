package dev.kontor.reporting.securitydata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.platform.web.InputError;
import dev.kontor.reporting.figures.Figures.CellKind;
import dev.kontor.reporting.securitydata.PutSecurityData.Column;
import dev.kontor.reporting.securitydata.PutSecurityData.Point;
import dev.kontor.reporting.securitydata.PutSecurityData.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityDataRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    @Test
    void aSourceNeedsTheMemberItsWidgetsRead() {
        var nothing = new PutSecurityData(NOW, null, null, null, null, null, null);
        assertThat(Sources.all().stream()
                        .filter(source -> Sources.isPosted(source.code()))
                        .flatMap(source -> SecurityDataRules.errors(source, nothing, NOW).stream()))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.code()).isEqualTo("required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T06:00:00.000001Z", "2027-11-22T06:00:00Z", "+1000000000-12-31T23:59:59Z"})
    void figuresAreOfATimeThatLaterOnesCanFollow(String asOf) {
        assertThat(errors("endpoint.threats", data(Instant.parse(asOf), points("2026-11-20"), null)))
                .containsExactly("/asOf observed-in-future [24]");
    }

    @Test
    void aReportersClockMayBeADayAheadAndItsFiguresAreOfThisCentury() {
        assertThat(errors("endpoint.threats", data(NOW.plus(Duration.ofHours(24)), points("2026-11-20"), null)))
                .isEmpty();
        assertThat(errors("endpoint.threats", data(Instant.parse("1999-12-31T23:59:59Z"), points("2026-11-20"), null)))
                .containsExactly("/asOf out-of-range [2000-01-01, 2199-12-31]");
    }

    @Test
    void aDayHasOneValue() {
        assertThat(errors("endpoint.threats", data(NOW, points("2026-11-20", "2026-11-21", "2026-11-20"), null)))
                .containsExactly("/points/2/at day-twice [2026-11-20]");
        assertThat(errors("endpoint.threats", data(NOW, points("-0044-03-15", "+999999999-12-31"), null)))
                .containsExactly(
                        "/points/0/at out-of-range [2000-01-01, 2199-12-31]",
                        "/points/1/at out-of-range [2000-01-01, 2199-12-31]");
    }

    @ParameterizedTest
    @CsvSource({"NUMBER,x", "NUMBER,1e400000", "NUMBER,1234567890123456789012345", "DATE,22.11.2026", "DATE,2026-02-30"
    })
    void aCellIsWhatItsColumnHolds(CellKind kind, String cell) {
        assertThat(errors("endpoint.devices", data(NOW, null, table(kind, cell))))
                .containsExactly("/table/rows/0/0 cell-kind [column]");
    }

    @Test
    void anEmptyCellFitsAnyColumnAndOneTooManyNone() {
        assertThat(errors("endpoint.devices", data(NOW, null, table(CellKind.DATE, (String) null))))
                .isEmpty();
        assertThat(errors("endpoint.devices", data(NOW, null, table(CellKind.TEXT, "a", "b"))))
                .containsExactly("/table/rows/0/1 cell-without-column []");
    }

    private static List<String> errors(String source, PutSecurityData data) {
        return SecurityDataRules.errors(Sources.find(source).orElseThrow(), data, NOW).stream()
                .map(InputError::toString)
                .toList();
    }

    private static PutSecurityData data(Instant asOf, List<Point> points, Table table) {
        return new PutSecurityData(asOf, null, null, null, points, table, null);
    }

    private static List<Point> points(String... days) {
        return Arrays.stream(days)
                .map(day -> new Point(LocalDate.parse(day), BigDecimal.ONE))
                .toList();
    }

    private static Table table(CellKind kind, String... cells) {
        return new Table(List.of(new Column("column", kind)), List.of(Arrays.asList(cells)));
    }
}
