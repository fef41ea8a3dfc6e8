package dev.kontor.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.testkit.Facts;
import dev.kontor.testkit.KontorServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds between PostgreSQL and Kafka for every service (architecture decision 3). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class OutboxInboxTest {

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Heard heard;

    @Inject
    MeterRegistry metrics;

    private final UUID partner = UUID.randomUUID();
    private final String key = "thing/" + UUID.randomUUID();

    @Test
    void aFactOfACommittedChangeIsHeard() {
        inTransaction(() -> outbox.append(fact("hello")));

        await().untilAsserted(() -> assertThat(heard.of(key)).containsExactly("hello"));
    }

    @Test
    void aFactOfARolledBackChangeIsNot() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    outbox.append(fact("never"));
                    throw new IllegalStateException("changed our mind");
                }))
                .hasMessageContaining("changed our mind");
        inTransaction(() -> outbox.append(fact("after")));

        await().untilAsserted(() -> assertThat(heard.of(key)).containsExactly("after"));
    }

    @Test
    void factsOfOneAggregateAreHeardInTheOrderOfTheirCommits() {
        IntStream.range(0, 300).forEach(i -> inTransaction(() -> outbox.append(fact("v" + i))));

        var expected = IntStream.range(0, 300).mapToObj(i -> "v" + i).toList();
        await().untilAsserted(() -> assertThat(heard.of(key)).isEqualTo(expected));
    }

    @Test
    void manyWritersAtOnceLoseNothing() throws Exception {
        var keys = IntStream.range(0, 8).mapToObj(i -> key + "-" + i).toList();
        var pool = Executors.newFixedThreadPool(8);
        try {
            var writers = keys.stream()
                    .map(k -> pool.submit(() ->
                            IntStream.range(0, 50).forEach(i -> inTransaction(() -> outbox.append(fact(k, "v" + i))))))
                    .toList();
            for (var writer : writers) {
                writer.get();
            }
        } finally {
            pool.shutdownNow();
        }

        var expected = IntStream.range(0, 50).mapToObj(i -> "v" + i).toList();
        await().untilAsserted(() ->
                assertThat(keys).allSatisfy(k -> assertThat(heard.of(k)).isEqualTo(expected)));
    }

    @Test
    void theSameRecordTwiceIsWorkOnce() {
        var id = UUID.randomUUID();
        var body = "{\"event\":{},\"state\":{\"value\":\"once\"}}";
        Facts.send(id, Heard.TOPIC, key, "thing.changed", partner, body);
        Facts.send(id, Heard.TOPIC, key, "thing.changed", partner, body);
        Facts.send(Heard.TOPIC, key, "thing.changed", partner, "{\"event\":{},\"state\":{\"value\":\"last\"}}");

        await().untilAsserted(() -> assertThat(heard.of(key)).containsExactly("once", "last"));
    }

    @Test
    void aTombstoneIsHeardAsOne() {
        inTransaction(() -> outbox.append(fact("there")));
        inTransaction(() -> outbox.append(Fact.tombstone(Heard.TOPIC, key, "thing.removed", partner)));

        await().untilAsserted(() -> assertThat(heard.of(key)).containsExactly("there", null));
    }

    @Test
    void whatAConsumerRefusesForAWhileIsTakenInWhenItNoLongerDoes() {
        heard.refuse(2);
        inTransaction(() -> outbox.append(fact("poison")));
        inTransaction(() -> outbox.append(fact("behind it")));

        await().untilAsserted(() -> assertThat(heard.of(key)).containsExactly("poison", "behind it"));
    }

    @Test
    void whatAConsumerKeepsRefusingBecomesADeadLetterThatCanBeReplayed() {
        heard.refuse(Integer.MAX_VALUE);
        inTransaction(() -> outbox.append(fact("poison")));
        inTransaction(() -> outbox.append(fact("behind it")));

        await().untilAsserted(() -> assertThat(heard.of(key)).containsExactly("behind it"));
        var letter = deadLetters.list().stream()
                .filter(dead -> dead.key().equals(key))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> deadLetters.replay(letter.id())).hasMessageContaining("poison");
        assertThat(deadLetters.list()).extracting("id").contains(letter.id());

        heard.refuse(0);
        assertThat(deadLetters.replay(letter.id())).isTrue();
        assertThat(heard.of(key)).containsExactly("behind it", "poison");
        assertThat(deadLetters.list()).extracting("id").doesNotContain(letter.id());
    }

    /** Whoever can write to a topic could otherwise stop everybody who listens to it. */
    @Test
    void aRecordWithoutAnEnvelopeIsADeadLetterAndHoldsNothingUp() {
        Facts.sendBare(Heard.TOPIC, key, "{\"state\":{\"value\":\"bare\"}}");
        inTransaction(() -> outbox.append(fact("behind it")));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(heard.of(key)).containsExactly("behind it"));
        assertThat(deadLetters.list())
                .filteredOn(dead -> dead.key().equals(key))
                .singleElement()
                .satisfies(dead -> assertThat(dead.error()).contains("no ce_id"));
    }

    @Test
    void aRecordCarriesItsEnvelope() {
        inTransaction(() -> outbox.append(fact("enveloped")));

        var record = Facts.await(Heard.TOPIC, r -> r.key().equals(key));
        assertThat(Facts.header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(Facts.header(record, "ce_type")).isEqualTo("thing.changed");
        assertThat(Facts.header(record, "ce_source")).isEqualTo("/kontor/counter");
        assertThat(Facts.header(record, "ce_subject")).isEqualTo(key);
        assertThat(Facts.header(record, "ce_partnerid")).isEqualTo(partner.toString());
        assertThat(Facts.header(record, "content-type")).isEqualTo("application/json");
        assertThat(UUID.fromString(Facts.header(record, "ce_id")).version()).isEqualTo(7);
        assertThat(record.value())
                .isEqualTo("{\"event\":{\"said\":\"enveloped\"},\"state\":{\"value\":\"enveloped\"}}");
    }

    @Test
    void aFactNeedsATransaction() {
        assertThatThrownBy(() -> RowScope.worker().run(() -> outbox.append(fact("x"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("without a transaction");
    }

    @Test
    void aRecordOver64KiBIsRefusedBeforeItIsCommitted() {
        var large = "x".repeat(Outbox.LARGEST);
        assertThatThrownBy(() -> inTransaction(() -> outbox.append(fact(large))))
                .hasMessageContaining("over 64 KiB");
    }

    @Test
    void theInboxSaysWhenItHasCaughtUp() throws InterruptedException {
        var keys = List.of(key + "a", key + "b", key + "c");
        keys.forEach(k -> inTransaction(() -> outbox.append(fact(k, "v"))));
        await().untilAsserted(() -> assertThat(Facts.collect(Heard.TOPIC, r -> keys.contains(r.key()), 3))
                .hasSize(3));

        assertThat(inbox.awaitCaughtUp(Duration.ofSeconds(20))).isTrue();
        assertThat(keys).allSatisfy(k -> assertThat(heard.of(k)).containsExactly("v"));
    }

    @Test
    void whatWaitsIsMeasured() {
        await().untilAsserted(() -> {
            assertThat(metrics.find("kontor.outbox.waiting").gauge()).isNotNull();
            assertThat(metrics.find("kontor.outbox.oldest.seconds").gauge()).isNotNull();
        });
    }

    private Fact fact(String value) {
        return fact(key, value);
    }

    private Fact fact(String of, String value) {
        return Fact.of(Heard.TOPIC, of, "thing.changed", partner, Map.of("said", value), Map.of("value", value));
    }

    private static void inTransaction(Runnable work) {
        RowScope.worker().run(() -> QuarkusTransaction.requiringNew().run(work));
    }
}
