package dev.kontor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
