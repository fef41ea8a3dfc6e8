package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockMoveTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:15:30.250Z");

    @ParameterizedTest
    @CsvSource({
        "+P1D, 2026-12-01T10:15:30.250Z",
        "+PT1H, 2026-11-30T11:15:30.250Z",
        "+P1M, 2026-12-30T10:15:30.250Z",
        "+P1DT2H, 2026-12-01T12:15:30.250Z",
        "-P1D, 2026-11-29T10:15:30.250Z",
        "2026-12-01T00:00:00Z, 2026-12-01T00:00:00Z",
        "2026-12-01T01:00:00+01:00, 2026-12-01T00:00:00Z",
        "2026-12-01, 2026-12-01T00:00:00Z",
    })
    void aStepCountsFromNowAndAnInstantStandsForItself(String word, String expected) {
        assertThat(ClockMove.target(word, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "+1D", "+", "2026-13-01", "2026-12-01T00:00:00", "+P99999999999D"})
    void anythingElseIsRefused(String word) {
        assertThatThrownBy(() -> ClockMove.target(word, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(word);
    }

    @Test
    void anInstantIsPrintedWithMillisecondsEvenWhereTheyAreZero() {
        assertThat(SuiteClock.format(Instant.parse("2026-12-01T00:00:00Z"))).isEqualTo("2026-12-01T00:00:00.000Z");
        assertThat(SuiteClock.format(Instant.parse("2026-12-01T00:00:00.0071Z")))
                .isEqualTo("2026-12-01T00:00:00.007Z");
    }
}
