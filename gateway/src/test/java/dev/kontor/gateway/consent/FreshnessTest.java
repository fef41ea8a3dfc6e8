package dev.kontor.gateway.consent;

import static org.assertj.core.api.Assertions.assertThat;

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
    void nothing_is_fresh_before_every_partition_was_heard() {
        assertThat(freshness.isFresh(NOW)).isFalse();
        freshness.expect(3);
        freshness.heartbeat(0, NOW, NOW);
        freshness.heartbeat(1, NOW, NOW);
        assertThat(freshness.isFresh(NOW)).isFalse();
        freshness.heartbeat(2, NOW, NOW);
        assertThat(freshness.isFresh(NOW)).isTrue();
    }

    @Test
    void one_silent_partition_makes_all_of_it_old_after_three_seconds() {
        freshness.expect(3);
        hearAll(NOW);
        freshness.heartbeat(0, NOW.plusSeconds(3), NOW.plusSeconds(3));
        freshness.heartbeat(1, NOW.plusSeconds(3), NOW.plusSeconds(3));
        assertThat(freshness.isFresh(NOW.plusSeconds(3))).isTrue();
        assertThat(freshness.isFresh(NOW.plusMillis(3_001))).isFalse();
    }

    @Test
    void a_heartbeat_that_was_stuck_somewhere_is_old_news() {
        freshness.expect(3);
        for (int partition = 0; partition < 3; partition++) {
            freshness.heartbeat(partition, NOW.minusSeconds(10), NOW);
        }
        assertThat(freshness.isFresh(NOW)).isFalse();
    }

    @Test
    void a_sender_whose_clock_is_ahead_buys_no_time() {
        freshness.expect(1);
        freshness.heartbeat(0, NOW.plusSeconds(3600), NOW);
        assertThat(freshness.isFresh(NOW.plusSeconds(4))).isFalse();
    }

    @Test
    void reading_anew_starts_without_news() {
        freshness.expect(3);
        hearAll(NOW);
        freshness.expect(3);
        assertThat(freshness.isFresh(NOW)).isFalse();
    }
}
