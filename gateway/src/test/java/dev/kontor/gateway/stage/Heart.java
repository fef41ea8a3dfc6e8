package dev.kontor.gateway.stage;

import dev.kontor.testkit.Contract;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;

/** customers-service's heartbeat on every partition of the consent topic, which a test can let stop. */
final class Heart {

    private static final String TOPIC = "kontor.consent.v1";
    private static final int PARTITIONS = 3;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final KafkaProducer<String, String> producer;
    private volatile String beating = "on";
    private volatile Instant last = Instant.EPOCH;

    Heart(String servers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers);
        createTopic(settings);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        var unused = timer.scheduleWithFixedDelay(this::beat, 0, 250, TimeUnit.MILLISECONDS);
    }

    /**
     * {@code on}, {@code off}, the number of the one partition that shall hear nothing, or {@code stuck} for beats that
     * come late, as from a relay that hung.
     */
    void beat(String how) {
        beating = how;
    }

    void stop() {
        timer.shutdownNow();
        producer.close();
    }

    private void beat() {
        if (!beating.equals("stuck")) {
            last = Clock.systemUTC().instant();
        }
        for (int partition = 0; partition < PARTITIONS; partition++) {
            if (beating.equals("off") || beating.equals(Integer.toString(partition))) {
                continue;
            }
            var value = Contract.of("heartbeat")
                    .with("state.partition", partition)
                    .with("state.at", last)
                    .body()
                    .toString();
            var unused = producer.send(new ProducerRecord<>(TOPIC, partition, "heartbeat/" + partition, value));
        }
    }

    private static void createTopic(Map<String, Object> settings) {
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
