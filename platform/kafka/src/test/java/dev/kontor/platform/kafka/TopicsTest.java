package dev.kontor.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kontor.local.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final KafkaClients clients =
            new KafkaClients(Map.of("bootstrap.servers", TestServers.endpoint().kafkaBootstrap()), false);

    @Test
    void aMissingTopicGetsThePartitionsAndReplicasOfTheDeployment() {
        var topic = Topic.compacted("five");

        new Topics(clients, new Made(true, 5, Optional.of((short) 1))).ensure(List.of(topic), WITHIN);

        assertThat(partitions("five")).isEqualTo(5);
    }

    @Test
    void onePartitionIsOneWhateverTheDeploymentSays() {
        var topic = Topic.log("one", Duration.ofMinutes(1)).inOnePartition();

        new Topics(clients, Made.BY_DEFAULT).ensure(List.of(topic), WITHIN);

        assertThat(partitions("one")).isEqualTo(1);
    }

    @Test
    void aTopicThatIsThereStaysAsItIs() {
        var topic = Topic.compacted("kept");
        new Topics(clients, Made.BY_DEFAULT).ensure(List.of(topic), WITHIN);
        assertThat(partitions("kept")).isEqualTo(3);

        new Topics(clients, new Made(false, 7, Optional.empty())).ensure(List.of(topic), WITHIN);

        assertThat(partitions("kept")).isEqualTo(3);
    }

    @Test
    void whereNoneMayBeMadeAMissingOneIsNamed() {
        var forbidden = new Topics(clients, new Made(false, 3, Optional.empty()));

        assertThatThrownBy(() -> forbidden.ensure(List.of(Topic.compacted("missing")), WITHIN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing")
                .hasMessageContaining("kontor.kafka.topics.create");
    }

    @Test
    void moreReplicasThanBrokersAreRefused() {
        var wanted = new Topics(clients, new Made(true, 3, Optional.of((short) 3)));

        assertThatThrownBy(() -> wanted.ensure(List.of(Topic.compacted("three")), WITHIN))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Soon after it was made: brokers confirm a topic before each of them has heard of it. */
    private int partitions(String topic) {
        try (var admin = clients.admin(WITHIN)) {
            return await().atMost(WITHIN)
                    .ignoreExceptionsMatching(e -> e.getCause() instanceof UnknownTopicOrPartitionException)
                    .until(
                            () -> admin.describeTopics(List.of(topic))
                                    .allTopicNames()
                                    .get()
                                    .get(topic)
                                    .partitions()
                                    .size(),
                            count -> count > 0);
        }
    }
}
