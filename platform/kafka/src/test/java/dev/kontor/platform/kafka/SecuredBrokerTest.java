package dev.kontor.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A broker that speaks TLS only, to those it knows: what a deployment says in its environment reaches every client. */
class SecuredBrokerTest {

    private static final Duration WITHIN = Duration.ofSeconds(10);
    /** Whoever speaks another protocol gets no answer, so there is nothing to wait for. */
    private static final Duration SOON = Duration.ofMillis(300);

    private static SecuredBroker broker;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        broker = SecuredBroker.start(data);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyClientIsLetInWithWhatTheEnvironmentSays(Mechanism mechanism) throws Exception {
        var clients = new KafkaClients(Environment.read(broker.environment(mechanism, SecuredBroker.PASSWORD)), false);
        var topic = Topic.compacted("secured-" + mechanism);

        new Topics(clients, Made.BY_DEFAULT).ensure(List.of(topic), WITHIN);
        try (var admin = clients.admin(WITHIN)) {
            assertThat(admin.listTopics().names().get()).contains(topic.name());
        }
        try (var producer = clients.producer(Map.of())) {
            producer.send(new ProducerRecord<>(topic.name(), "customer/1", mechanism.name()))
                    .get();
        }
        var group = Map.of("group.id", UUID.randomUUID().toString(), "auto.offset.reset", "earliest");
        try (var consumer = clients.consumer(group)) {
            consumer.subscribe(List.of(topic.name()));
            assertThat(consumer.poll(WITHIN)).extracting(read -> read.value()).containsExactly(mechanism.name());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "OAUTHBEARER", mode = EnumSource.Mode.EXCLUDE)
    void whoeverSaysAWrongPasswordIsRefused(Mechanism mechanism) {
        var clients = new KafkaClients(Environment.read(broker.environment(mechanism, "guessed")), false);

        refused(clients, SaslAuthenticationException.class, WITHIN);
    }

    @Test
    void whoeverDoesNotSpeakTlsIsRefused() {
        var environment = new HashMap<>(broker.environment(Mechanism.PLAIN, SecuredBroker.PASSWORD));
        environment.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");

        refused(new KafkaClients(Environment.read(environment), false), TimeoutException.class, SOON);
    }

    @Test
    void whoeverSaysNothingIsRefused() {
        refused(new KafkaClients(Map.of("bootstrap.servers", broker.address()), false), TimeoutException.class, SOON);
    }

    private static void refused(KafkaClients clients, Class<? extends Exception> why, Duration within) {
        var wait = (int) within.toMillis();
        try (var admin = clients.admin(within);
                var producer = clients.producer(Map.of("max.block.ms", wait));
                var consumer = clients.consumer(Map.of("default.api.timeout.ms", wait, "request.timeout.ms", wait))) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(why);
            assertThatThrownBy(() ->
                            producer.send(new ProducerRecord<>("any", "", "")).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(why);
            assertThatThrownBy(() -> consumer.partitionsFor("any")).isInstanceOf(why);
        }
    }
}
