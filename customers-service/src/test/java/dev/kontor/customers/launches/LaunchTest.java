package dev.kontor.customers.launches;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A launch's code and the session that comes of it. */
class LaunchTest {

    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

    private final LaunchCode code = LaunchCode.random();
    private final Launch launch = Launch.of(
            UUID.randomUUID(),
            UUID.randomUUID(),
            new Launch.Administrator("jana", "partner-admin", List.of("msp-flex"), List.of("customers:launch")),
            code,
            NOW);

    @Test
    void aCodeIsGoodForSixtySeconds() {
        assertThat(launch.codeIsOver(NOW.plusMillis(59_999))).isFalse();
        assertThat(launch.codeIsOver(NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void aSessionRunsForFifteenMinutesFromItsExchange() {
        var exchanged = NOW.plusSeconds(30);
        assertThat(launch.wasExchanged()).isFalse();
        assertThat(launch.isRunning(exchanged)).isFalse();

        launch.start(exchanged);

        assertThat(launch.wasExchanged()).isTrue();
        assertThat(launch.isRunning(exchanged.plusSeconds(899))).isTrue();
        assertThat(launch.isRunning(exchanged.plusSeconds(900))).isFalse();
    }

    @Test
    void aSessionEndsOnce() {
        launch.start(NOW);

        assertThat(launch.end(NOW.plusSeconds(1))).isTrue();
        assertThat(launch.end(NOW.plusSeconds(2))).isFalse();
        assertThat(launch.hasEnded()).isTrue();
        assertThat(launch.isRunning(NOW.plusSeconds(1))).isFalse();
        assertThat(launch.view(NOW.plusSeconds(3)).endedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void whatRanOutIsNotEndedAnyMore() {
        launch.start(NOW);

        assertThat(launch.end(NOW.plusSeconds(900))).isFalse();
    }

    @Test
    void aCodeIs256RandomBitsThatNothingPrints() {
        assertThat(code.text())
                .matches("[A-Za-z0-9_-]{43}")
                .isNotEqualTo(LaunchCode.random().text());
        assertThat(code.hash()).hasSize(32).isEqualTo(new LaunchCode(code.text()).hash());
        assertThat(code).hasToString("LaunchCode[secret]");
    }
}
