package dev.kontor.billing.periods;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class PeriodCalendarTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final PeriodCalendar CALENDAR = new PeriodCalendar(Duration.ofDays(3));

    @Test
    void aMonthIsOverAtTheFirstInstantOfTheNext() {
        assertThat(CALENDAR.isOver(NOVEMBER, Instant.parse("2026-11-30T23:59:59.999Z")))
                .isFalse();
        assertThat(CALENDAR.isOver(NOVEMBER, Instant.parse("2026-12-01T00:00:00Z")))
                .isTrue();
    }

    @Test
    void itIsOpenThenADraftThenFinal() {
        assertThat(CALENDAR.state(NOVEMBER, false, Instant.parse("2026-11-15T00:00:00Z")))
                .isEqualTo("open");
        assertThat(CALENDAR.state(NOVEMBER, false, Instant.parse("2026-12-01T00:00:00Z")))
                .isEqualTo("draft");
        assertThat(CALENDAR.state(NOVEMBER, true, Instant.parse("2026-12-01T00:00:00Z")))
                .isEqualTo("final");
    }

    @Test
    void itIsDueWhenItsGraceEnds() {
        assertThat(CALENDAR.due(NOVEMBER, Instant.parse("2026-12-03T23:59:59Z")))
                .isEmpty();
        assertThat(CALENDAR.due(NOVEMBER, Instant.parse("2026-12-04T00:00:00Z")))
                .containsExactly(NOVEMBER);
    }

    @Test
    void afterAJumpAllThatIsDueIsDueInOrder() {
        assertThat(CALENDAR.due(NOVEMBER, Instant.parse("2027-02-10T00:00:00Z")))
                .containsExactly(NOVEMBER, YearMonth.of(2026, 12), YearMonth.of(2027, 1));
    }
}
