package dev.kontor.gateway.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Freshness freshness = new Freshness();

    private void hearAll(Instant at) {
        for (int partition = 0; partition < 3; partition++) {
            freshness.heartbeat(partition, at, at);
        }
    }

    @Test
    void nothingIsFreshBeforeEveryPartitionWasHeard() {
        assertThat(freshness.isFresh(NOW)).isFalse();
        freshness.expect(3);
        freshness.heartbeat(0, NOW, NOW);
        freshness.heartbeat(1, NOW, NOW);
        assertThat(freshness.isFresh(NOW)).isFalse();
        freshness.heartbeat(2, NOW, NOW);
        assertThat(freshness.isFresh(NOW)).isTrue();
    }

    /** Architecture decision 15: what was known stays known, also while the topic is read anew. */
    @Test
    void whatWasKnownIsAsOldAsTheOldestNews() {
        assertThat(freshness.isKnownWithin(Duration.ofSeconds(60), NOW)).isFalse();
        freshness.expect(3);
        freshness.heartbeat(0, NOW, NOW);
        assertThat(freshness.isKnownWithin(Duration.ofSeconds(60), NOW)).isFalse();
        hearAll(NOW);
        freshness.heartbeat(0, NOW.plusSeconds(50), NOW.plusSeconds(50));
        freshness.expect(3);
        assertThat(freshness.isKnownWithin(Duration.ofSeconds(60), NOW.plusSeconds(60)))
                .isTrue();
        assertThat(freshness.isKnownWithin(Duration.ofSeconds(60), NOW.plusMillis(60_001)))
                .isFalse();
    }

    @Test
    void oneSilentPartitionMakesAllOfItOldAfterThreeSeconds() {
        freshness.expect(3);
        hearAll(NOW);
        freshness.heartbeat(0, NOW.plusSeconds(3), NOW.plusSeconds(3));
        freshness.heartbeat(1, NOW.plusSeconds(3), NOW.plusSeconds(3));
        assertThat(freshness.isFresh(NOW.plusSeconds(3))).isTrue();
        assertThat(freshness.isFresh(NOW.plusMillis(3_001))).isFalse();
    }

    @Test
    void aHeartbeatThatWasStuckSomewhereIsOldNews() {
        freshness.expect(3);
        for (int partition = 0; partition < 3; partition++) {
            freshness.heartbeat(partition, NOW.minusSeconds(10), NOW);
        }
        assertThat(freshness.isFresh(NOW)).isFalse();
    }

    @Test
    void aSenderWhoseClockIsAheadBuysNoTime() {
        freshness.expect(1);
        freshness.heartbeat(0, NOW.plusSeconds(3600), NOW);
        assertThat(freshness.isFresh(NOW.plusSeconds(4))).isFalse();
    }

    @Test
    void readingAnewStartsWithoutNews() {
        freshness.expect(3);
        hearAll(NOW);
        freshness.expect(3);
        assertThat(freshness.isFresh(NOW)).isFalse();
    }
}
