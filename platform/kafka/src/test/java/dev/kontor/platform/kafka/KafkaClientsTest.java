package dev.kontor.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
            "KAFKA_COMPRESSION_TYPE", "lz4",
            "KAFKA_RECONNECT_BACKOFF_MAX_MS", "5000",
            "KAFKA_ACKS", "0",
            "KAFKA_ENABLE_IDEMPOTENCE", "false",
            "KAFKA_ENABLE_AUTO_COMMIT", "true",
            "KAFKA_ALLOW_AUTO_CREATE_TOPICS", "true",
            "KAFKA_LINGER_MS", "50");

    private final KafkaClients clients = new KafkaClients(Environment.read(ENVIRONMENT), true);

    @Test
    void whatADeploymentTunesReachesEveryClient() {
        assertThat(clients.ofProducer(Map.of()))
                .containsEntry("compression.type", "lz4")
                .containsEntry("reconnect.backoff.max.ms", "5000")
                .containsEntry("linger.ms", "50");
        assertThat(clients.ofConsumer(Map.of()))
                .containsEntry("bootstrap.servers", "broker:9092")
                .containsEntry("reconnect.backoff.max.ms", "5000");
    }

    @Test
    void whatTheCodeCountsOnIsNoDeploymentsChoice() {
        assertThat(clients.ofProducer(Map.of("linger.ms", 0)))
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", "true")
                .containsEntry("linger.ms", 0);
        assertThat(clients.ofConsumer(Map.of()))
                .containsEntry("enable.auto.commit", "false")
                .containsEntry("allow.auto.create.topics", "false")
                .doesNotContainKey("group.id");
    }

    /** Whoever listens would read everything, and whoever is in between grant consent. */
    @Test
    void outsideLoopbackABrokerInTheClearIsRefusedUnlessToldSo() {
        for (var servers : List.of("broker:9092", "127.0.0.1:9092,10.0.0.7:9092", "127.0.0.1.example:9092")) {
            var plain = Map.<String, Object>of("bootstrap.servers", servers);
            assertThatThrownBy(() -> new KafkaClients(plain, false))
                    .hasMessageContaining(servers)
                    .hasMessageContaining("KAFKA_SECURITY_PROTOCOL");
            assertThatCode(() -> new KafkaClients(plain, true)).doesNotThrowAnyException();
            for (var protocol : List.of("SSL", "SASL_SSL")) {
                var encrypted = Map.<String, Object>of("bootstrap.servers", servers, "security.protocol", protocol);
                assertThatCode(() -> new KafkaClients(encrypted, false)).doesNotThrowAnyException();
            }
        }
        assertThatThrownBy(() -> new KafkaClients(
                        Map.of("bootstrap.servers", "broker:9092", "security.protocol", "SASL_PLAINTEXT"), false))
                .isInstanceOf(IllegalStateException.class);
        for (var servers : List.of("localhost:9092", "127.0.0.1:9092, [::1]:9092")) {
            assertThatCode(() -> new KafkaClients(Map.of("bootstrap.servers", servers), false))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aUseThatCanLoseARecordSaysSoItself() {
        assertThat(clients.ofProducer(Map.of("acks", "1", "enable.idempotence", "false")))
                .containsEntry("acks", "1")
                .containsEntry("enable.idempotence", "false");
    }
}
