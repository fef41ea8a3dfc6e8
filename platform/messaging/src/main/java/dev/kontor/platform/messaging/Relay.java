package dev.kontor.platform.messaging;

import dev.kontor.platform.kafka.CloudEvent;
import dev.kontor.platform.kafka.KafkaClients;
import dev.kontor.platform.kafka.Topic;
import dev.kontor.platform.kafka.Topics;
import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries facts from the outbox to Kafka, in order, at least once.
 *
 * <p>One thread: woken by commits of this process, and looking by itself for what other replicas or an earlier life of
 * this one left behind. Its transaction stays open until Kafka has acknowledged the batch; the wait is bounded, and the
 * connection is its own. What is sent twice after a failure is recognised by the inbox.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(15);
    private static final Duration WATCHED_FOR = Duration.ofSeconds(1);
    private static final Duration TOPICS_WITHIN = Duration.ofSeconds(10);
    private static final int TRANSACTION_SECONDS = 30;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final OutboxRows rows;
    private final KafkaClients clients;
    private final Topics topics;
    private final List<Topic> declared;
    private final MessagingConfig config;
    private final String source;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Map<UUID, CompletableFuture<Void>> watched = new ConcurrentHashMap<>();
    private Thread thread;
    private volatile Producer<String, String> ready;
    private volatile boolean stopping;

    Relay(
            OutboxRows rows,
            KafkaClients clients,
            Topics topics,
            @All List<Topic> declared,
            MessagingConfig config,
            @ConfigProperty(name = "kontor.service") String service) {
        this.rows = rows;
        this.clients = clients;
        this.topics = topics;
        this.declared = declared;
        this.config = config;
        this.source = "/kontor/" + service;
    }

    /**
     * Says when this process's relay has had the fact acknowledged, for answers that wait until others can know of it: a second
     * at most, and with a time-out where that is not enough. Ask before the transaction commits.
     */
    public CompletableFuture<Void> watch(Fact fact) {
        var published = watched.computeIfAbsent(fact.id(), id -> new CompletableFuture<>());
        return published
                .orTimeout(WATCHED_FOR.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, late) -> watched.remove(fact.id()));
    }

    /** How many partitions the broker says a topic of this service has; 0 while it has not said so. */
    public int partitions(String topic) {
        var asked = ready;
        try {
            return asked == null ? 0 : asked.partitionsFor(topic).size();
        } catch (KafkaException away) {
            LOG.debugf(away, "How many partitions %s has is not known", topic);
            return 0;
        }
    }

    void wake() {
        wakeUps.release();
    }

    void start(@Observes StartupEvent started) {
        thread = new Thread(this::loop, "outbox-relay");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void loop() {
        try (var producer = producer()) {
            while (!stopping) {
                try {
                    topics.ensure(declared, TOPICS_WITHIN);
                    ready = producer;
                    if (publish(producer) < config.batch()) {
                        rest(config.poll());
                    }
                } catch (RuntimeException e) {
                    LOG.warnf("The outbox could not be relayed and is tried again: %s", e);
                    rest(PAUSE_AFTER_FAILURE);
                }
            }
        }
    }

    private Producer<String, String> producer() {
        return clients.producer(Map.of(
                "linger.ms", 0,
                "max.block.ms", 5_000,
                "request.timeout.ms", 5_000,
                "delivery.timeout.ms", 10_000,
                // Heartbeats find a new partition by it.
                "metadata.max.age.ms", 10_000));
    }

    private ProducerRecord<String, String> record(OutboxRows.Row row) {
        return new CloudEvent(row.id(), row.type(), source, row.partnerId(), row.createdAt(), row.traceparent())
                .on(new ProducerRecord<>(row.topic(), row.partition(), row.key(), row.payload()));
    }

    private void rest(Duration atMost) {
        try {
            if (wakeUps.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private int publish(Producer<String, String> producer) {
        return RowScope.worker().call(() -> QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(() -> publishInTransaction(producer)));
    }

    private int publishInTransaction(Producer<String, String> producer)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (!rows.lockForThisTransaction()) {
            return 0;
        }
        var batch = rows.oldest(config.batch());
        if (!batch.isEmpty()) {
            var sent = batch.stream().map(row -> producer.send(record(row))).toList();
            var deadline = System.nanoTime() + ACKNOWLEDGED_WITHIN.toNanos();
            for (var one : sent) {
                one.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            // It is told, whatever becomes of the rows.
            batch.forEach(this::told);
            rows.delete(batch);
        }
        return batch.size();
    }

    private void told(OutboxRows.Row row) {
        var waiting = watched.get(row.id());
        if (waiting != null) {
            waiting.complete(null);
        }
    }
}
