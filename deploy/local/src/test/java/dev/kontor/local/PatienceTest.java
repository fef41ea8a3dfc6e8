package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience(0);
    private Duration clock = Duration.ZERO;
    private Duration worked = Duration.ZERO;

    @Test
    void whatWorksIsWaitedForHoweverSlowTheMachineIs() {
        // A tenth of one processor, for two hours.
        for (var minute = 0; minute < 120; minute++) {
            assertThat(isOverAfter(Duration.ofMinutes(1), Duration.ofSeconds(6), 5))
                    .isFalse();
        }
    }

    @Test
    void whatDoesNothingIsGivenUpAfterThreeMinutes() {
        assertThat(isOverAfter(Duration.ZERO, Duration.ofSeconds(4), 5)).isFalse();
        assertThat(isOverAfter(Patience.LIMIT, Duration.ZERO, 5)).isFalse();
        assertThat(isOverAfter(Duration.ofMillis(1), Duration.ZERO, 5)).isTrue();
    }

    @Test
    void whatOnlyWaitsForAnotherThatNeverComesUsesALittleAndIsGivenUp() {
        assertThat(isOverAfter(Duration.ZERO, Duration.ofSeconds(30), 1)).isFalse();
        for (var minute = 0; minute < 3; minute++) {
            assertThat(isOverAfter(Duration.ofMinutes(1), Duration.ofSeconds(2), 1))
                    .isFalse();
        }
        assertThat(isOverAfter(Duration.ofMinutes(1), Duration.ofSeconds(2), 1)).isTrue();
    }

    @Test
    void aPartThatBecomesReadyIsProgressForTheOthers() {
        assertThat(isOverAfter(Duration.ZERO, Duration.ofSeconds(9), 5)).isFalse();
        assertThat(isOverAfter(Duration.ofSeconds(170), Duration.ZERO, 5)).isFalse();
        // What it had used is no longer counted.
        worked = Duration.ofSeconds(2);
        assertThat(isOverAfter(Duration.ofSeconds(5), Duration.ZERO, 4)).isFalse();
        assertThat(isOverAfter(Duration.ofSeconds(170), Duration.ZERO, 4)).isFalse();
        assertThat(isOverAfter(Duration.ofSeconds(11), Duration.ZERO, 4)).isTrue();
    }

    private boolean isOverAfter(Duration time, Duration work, int missing) {
        clock = clock.plus(time);
        worked = worked.plus(work);
        return patience.isAtItsEnd(clock.toNanos(), missing, worked);
    }
}
