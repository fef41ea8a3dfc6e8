package dev.kontor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    @Test
    void aDayIsItsFirstInstantInUtc() {
        assertThat(Moment.of("asOf", "2026-12-31")).isEqualTo("2026-12-31T00:00:00Z");
        assertThat(Moment.of("asOf", "2026-12-31T01:00:00+02:00")).isEqualTo("2026-12-30T23:00:00Z");
        assertThat(Moment.of("asOf", null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "T", "soon", "2026-02-30", "+999999999-01-01", "-0001-01-01T00:00:00Z"})
    void whatNoCalendarOfOursHasIsRefused(String text) {
        assertThatThrownBy(() -> Moment.of("asOf", text)).hasMessage("validation-failed");
        assertThatThrownBy(() -> Moment.ofCursor(text)).hasMessage("invalid-cursor");
    }

    /** RFC 3339, sections 5.6 and 5.8. */
    @ParameterizedTest
    @CsvSource({
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
        "1990-12-31T15:59:60-08:00, 1990-12-31T23:59:59Z",
        "2016-12-31T23:59:60.75Z, 2016-12-31T23:59:59.75Z",
        "2017-01-01T05:29:60+05:30, 2016-12-31T23:59:59Z",
        "1985-04-12t23:20:50.52z, 1985-04-12T23:20:50.52Z",
        "1996-12-19T16:39:57-08:00, 1996-12-20T00:39:57Z",
        "2026-12-01T00:00:00-00:00, 2026-12-01T00:00:00Z",
        "2026-12-01T12:00:00+23:59, 2026-11-30T12:01:00Z",
        "2026-12-01T00:00:00.1234567891234Z, 2026-12-01T00:00:00.123456789Z",
        "1937-01-01T12:00:27.87+00:20, 1937-01-01T11:40:27.87Z",
    })
    void everyInstantOfTheStandardIsTaken(String text, String instant) {
        assertThat(Moment.instant(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01T00:00Z",
                "2026-12-01T00:00:00",
                "2026-12-01T00:00:61Z",
                "2026-12-01T24:00:00Z",
                "2026-12-01T00:00:00+0100",
                "2026-12-01T00:00:00+24:00",
                "2026-12-01T00:00:00.Z",
                "2026-12-01 00:00:00Z",
                "2026-11-31T00:00:00Z",
                "2025-02-29T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-01:00",
                " 2026-12-01T00:00:00Z",
                "1700000000",
                "Tue, 01 Dec 2026 00:00:00 GMT"
            })
    void andNothingElseIs(String text) {
        assertThatThrownBy(() -> Moment.instant(text)).isInstanceOf(DateTimeException.class);
    }
}
