package dev.kontor.platform.messaging;

import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
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
    private static final int TRANSACTION_SECONDS = 30;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final OutboxRows rows;
    private final KafkaConnection kafka;
    private final Topics topics;
    private final MessagingConfig config;
    private final String source;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Map<UUID, CompletableFuture<Void>> watched = new ConcurrentHashMap<>();
    private Thread thread;
    private volatile boolean stopping;

    Relay(
            OutboxRows rows,
            KafkaConnection kafka,
            Topics topics,
            MessagingConfig config,
            @ConfigProperty(name = "kontor.service") String service) {
        this.rows = rows;
        this.kafka = kafka;
        this.topics = topics;
        this.config = config;
        this.source = "/kontor/" + service;
    }

    /** Says when this process's relay has had the fact acknowledged; ask before the transaction commits. */
    public CompletableFuture<Void> watch(Fact fact, Duration atMost) {
        var published = watched.computeIfAbsent(fact.id(), id -> new CompletableFuture<>());
        return published
                .orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, late) -> watched.remove(fact.id()));
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
        try (var producer = kafka.producer()) {
            while (!stopping) {
                try {
                    topics.ensure();
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
        var published = RowScope.worker().call(() -> QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(() -> publishInTransaction(producer)));
        published.forEach(row -> {
            var waiting = watched.get(row.id());
            if (waiting != null) {
                waiting.complete(null);
            }
        });
        return published.size();
    }

    private List<OutboxRows.Row> publishInTransaction(Producer<String, String> producer)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        if (!rows.lockForThisTransaction()) {
            return List.of();
        }
        var batch = rows.oldest(config.batch());
        if (!batch.isEmpty()) {
            var sent = batch.stream()
                    .map(row -> producer.send(CloudEvents.write(row, source)))
                    .toList();
            var deadline = System.nanoTime() + ACKNOWLEDGED_WITHIN.toNanos();
            for (var one : sent) {
                one.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            rows.delete(batch);
        }
        return batch;
    }
}
