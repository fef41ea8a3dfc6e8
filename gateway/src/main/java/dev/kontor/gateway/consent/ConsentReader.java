package dev.kontor.gateway.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.kafka.KafkaClients;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Reads {@code kontor.consent.v1} whole at start and then follows it, on a thread of its own: every gateway needs all
 * of it, so there is no consumer group.
 */
@Singleton
class ConsentReader implements Runnable {

    static final String TOPIC = "kontor.consent.v1";

    private static final Logger LOG = Logger.getLogger(ConsentReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConsentState state;
    private final KafkaClients clients;
    private final Thread thread = new Thread(this, "consent-reader");
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Consumer<String, String> consumer;

    ConsentReader(ConsentState state, KafkaClients clients) {
        this.state = state;
        this.clients = clients;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        thread.join(PAUSE.toMillis());
    }

    @Override
    public void run() {
        while (stopped.getCount() > 0) {
            try (var opened = open()) {
                consumer = opened;
                read(opened);
            } catch (WakeupException stopping) {
                return;
            } catch (RuntimeException broken) {
                LOG.warnf("Consent can not be read, trying again: %s", broken.getMessage());
            }
            if (!pause()) {
                return;
            }
        }
    }

    private boolean pause() {
        try {
            return !stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Consumer<String, String> open() {
        return clients.consumer(Map.of(
                "client.id", "gateway-consent",
                "auto.offset.reset", "earliest",
                // A partition that comes later is found by it: see the check while reading.
                "metadata.max.age.ms", 3_000));
    }

    private void read(Consumer<String, String> reading) {
        var partitions = partitions(reading);
        if (partitions.isEmpty()) {
            throw new IllegalStateException("there is no topic " + TOPIC + " yet");
        }
        reading.assign(partitions);
        reading.seekToBeginning(partitions);
        var ends = reading.endOffsets(partitions);
        state.startOver(partitions.size());
        boolean reached = false;
        while (stopped.getCount() > 0) {
            for (var record : reading.poll(POLL)) {
                apply(record);
            }
            if (partitions(reading).size() != partitions.size()) {
                throw new IllegalStateException(TOPIC + " has other partitions now");
            }
            if (!reached
                    && ends.entrySet().stream().allMatch(end -> reading.position(end.getKey()) >= end.getValue())) {
                reached = true;
                state.caughtUp();
                LOG.info("Consent has caught up");
            }
        }
    }

    private static List<TopicPartition> partitions(Consumer<String, String> reading) {
        return reading.partitionsFor(TOPIC, Duration.ofSeconds(5)).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
    }

    private void apply(ConsumerRecord<String, String> record) {
        if (record.key() == null) {
            return;
        }
        try {
            state.apply(record.key(), record.value() == null ? null : stateOf(record.value()));
        } catch (IOException | RuntimeException unreadable) {
            LOG.errorf("Record %s of %s can not be read: %s", record.key(), TOPIC, unreadable.getMessage());
            state.unreadable(record.key());
        }
    }

    private static JsonNode stateOf(String value) throws IOException {
        return JSON.readTree(value).required("state");
    }
}
