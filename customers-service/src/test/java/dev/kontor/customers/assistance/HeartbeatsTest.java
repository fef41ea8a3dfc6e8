package dev.kontor.customers.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** How the gateway knows that no news of consent is good news (architecture decision 5). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class HeartbeatsTest {

    @Test
    void everyPartitionHearsAHeartbeatEachSecond() {
        var started = Instant.now();

        for (var partition = 0; partition < 3; partition++) {
            var here = partition;
            var beats = Facts.collect("kontor.consent.v1", r -> isBeat(r, started) && r.partition() == here, 4);

            assertThat(beats).allSatisfy(r -> assertThat(r.key()).isEqualTo("heartbeat/" + here));
            assertThat(IntStream.range(1, 4).mapToObj(i -> Duration.between(at(beats.get(i - 1)), at(beats.get(i)))))
                    .allSatisfy(gap -> assertThat(gap).isBetween(Duration.ofMillis(500), Duration.ofMillis(3_000)));
        }
    }

    @Test
    void itCarriesHowFarTheBusinessClockIsAheadAndIsItselfInRealTime() {
        TestClock.advance(Duration.ofHours(1));
        var moved = Instant.now();

        var beat = Facts.await("kontor.consent.v1", r -> isBeat(r, moved));
        var ahead = Duration.parse(new JsonPath(beat.value()).getString("state.clockOffset"));
        assertThat(ahead).isGreaterThanOrEqualTo(Duration.ofMinutes(59));
        assertThat(Duration.between(moved, at(beat))).isLessThan(Duration.ofSeconds(30));
    }

    private static boolean isBeat(ConsumerRecord<String, String> record, Instant since) {
        return record.key().startsWith("heartbeat/") && at(record).isAfter(since);
    }

    private static Instant at(ConsumerRecord<String, String> record) {
        return Instant.parse(new JsonPath(record.value()).getString("state.at"));
    }
}
