package dev.kontor.gateway.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kontor.platform.kafka.CloudEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Appends decisions to {@code kontor.access.v1} and says when the brokers have them.
 *
 * <p>Kafka's client blocks while it looks for a broker, so it is called on a thread of its own, never on an event loop.
 */
@Singleton
class AccessLog {

    static final String TOPIC = "kontor.access.v1";
    /** Longer than this nobody waits: no record, no call. */
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final Vertx vertx;
    private final AccessTopic topic;
    private final ExecutorService sender =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(10_000), task -> {
                var thread = new Thread(task, "access-log");
                thread.setDaemon(true);
                return thread;
            });

    AccessLog(Vertx vertx, AccessTopic topic) {
        this.vertx = vertx;
        this.topic = topic;
    }

    void warmUp(@Observes StartupEvent started) {
        sender.execute(topic::prepare);
    }

    void stop(@Observes ShutdownEvent stopping) {
        sender.shutdown();
        topic.close();
    }

    /** Done once the record is safe; fails within {@link #TIMEOUT} where it is not. */
    Future<Void> append(AccessEntry entry) {
        // The caller's own context, so that what follows runs where its request lives.
        Promise<Void> written = ((ContextInternal) vertx.getOrCreateContext()).promise();
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        try {
            sender.execute(() -> send(entry, deadline, written));
        } catch (RejectedExecutionException full) {
            written.fail(full);
        }
        return written.future().timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void send(AccessEntry entry, long deadline, Promise<Void> written) {
        if (System.nanoTime() - deadline > 0) {
            written.tryFail(new TimeoutException("Nobody waits for this record any more"));
            return;
        }
        try {
            // The callback says all that the future would.
            var unused = topic.producer().send(record(entry), (metadata, failure) -> {
                if (failure == null) {
                    written.tryComplete();
                } else {
                    written.tryFail(failure);
                }
            });
        } catch (JsonProcessingException | RuntimeException failure) {
            written.tryFail(failure);
        }
    }

    private static ProducerRecord<String, String> record(AccessEntry entry) throws JsonProcessingException {
        return new CloudEvent(entry.id(), "access.decided", "/kontor/gateway", entry.partnerId(), entry.at(), null)
                .on(new ProducerRecord<>(
                        TOPIC,
                        entry.customerId().toString(),
                        JSON.writeValueAsString(Map.of("event", Map.of(), "state", entry))));
    }
}
