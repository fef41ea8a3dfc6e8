package dev.kontor.gateway.limits;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.kafka.KafkaClients;
import dev.kontor.platform.kafka.Topic;
import dev.kontor.platform.kafka.Topics;
import dev.kontor.platform.web.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Tells the other replicas what this one let through, and counts what they tell, on a thread of its own. Nobody waits for
 * it: without brokers each replica counts for itself.
 */
@Singleton
class Exchange implements Runnable {

    private static final Topic TOPIC =
            Topic.log("kontor.limits.v1", Duration.ofMinutes(10)).inOnePartition();
    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration TOPIC_WITHIN = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Limits limits;
    private final Duration interval;
    private final KafkaClients clients;
    private final Topics topics;
    private final String replica = Ids.next().toString();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Consumer<String, String> reading;

    Exchange(Limits limits, LimitSettings settings, KafkaClients clients, Topics topics) {
        this.limits = limits;
        this.interval = settings.exchange();
        this.clients = clients;
        this.topics = topics;
    }

    void start(@Observes StartupEvent event) {
        if (!interval.isZero()) {
            var thread = new Thread(this, "limits-exchange");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
        var consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public void run() {
        try {
            do {
                try {
                    topics.ensure(List.of(TOPIC), TOPIC_WITHIN);
                    exchange();
                } catch (WakeupException stopping) {
                    return;
                } catch (RuntimeException away) {
                    LOG.warnf("Limits are counted without the other replicas: %s", away.getMessage());
                }
            } while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void exchange() {
        try (var consumer = consumer();
                var producer = producer()) {
            reading = consumer;
            var partition = List.of(new TopicPartition(TOPIC.name(), 0));
            consumer.assign(partition);
            consumer.seekToEnd(partition);
            long due = System.nanoTime();
            while (stopped.getCount() > 0) {
                consumer.poll(interval).forEach(this::hear);
                if (System.nanoTime() - due >= 0) {
                    due = System.nanoTime() + interval.toNanos();
                    tell(producer);
                }
            }
        }
    }

    private void hear(ConsumerRecord<String, String> record) {
        if (replica.equals(record.key())) {
            return;
        }
        try {
            limits.hear(JSON.readValue(record.value(), Taken.class));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.debugf("What %s let through can not be read: %s", record.key(), unreadable.getMessage());
        }
    }

    private void tell(Producer<String, String> producer) {
        var taken = limits.tell();
        if (!taken.isNothing()) {
            try {
                // One that is lost makes the limit a little wider for a moment; nobody waits for it.
                var unused =
                        producer.send(new ProducerRecord<>(TOPIC.name(), 0, replica, JSON.writeValueAsString(taken)));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private Consumer<String, String> consumer() {
        return clients.consumer(Map.of("client.id", "gateway-limits"));
    }

    private Producer<String, String> producer() {
        return clients.producer(Map.of(
                "client.id", "gateway-limits", "acks", "1", "enable.idempotence", "false", "max.block.ms", 2_000));
    }
}
