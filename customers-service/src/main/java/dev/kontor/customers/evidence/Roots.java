package dev.kontor.customers.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.customers.Topics;
import dev.kontor.platform.kafka.KafkaClients;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** What the published roots say, read from their topic and from nowhere else: from its beginning, once in the life of a process. */
@ApplicationScoped
public class Roots {

    private static final Logger LOG = Logger.getLogger(Roots.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.EVIDENCE, 0);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final ObjectMapper mapper;

    private final ReentrantLock lock = new ReentrantLock();
    private final RootChain chain;
    private Consumer<String, String> consumer;
    private long next;

    Roots(KafkaClients clients, RootSignatures signatures, ObjectMapper mapper) {
        this.clients = clients;
        this.mapper = mapper;
        this.chain = new RootChain(signatures);
    }

    /** A chain's end, and where the root is that says so. */
    public record Published(ChainEnd end, long offset) {}

    /** The last root: its minute, and its digest for the next one to name. */
    public record Last(long minute, String digest) {}

    void stop(@Observes ShutdownEvent stopped) {
        lock.lock();
        try {
            forgetConsumer();
        } finally {
            lock.unlock();
        }
    }

    /** Reads on to where the topic now ends, at once where there is none; false where that takes longer, or the broker is away. */
    public boolean catchUp(Duration atMost) {
        return locked(atMost, false, deadline -> {
            var reading = consumer();
            var isThere = !reading.partitionsFor(Topics.EVIDENCE, atMost).isEmpty();
            var end = isThere ? reading.endOffsets(List.of(PARTITION), atMost).get(PARTITION) : 0;
            if (end < next) {
                chain.breaks("the topic ends at offset %d, and was longer".formatted(end));
                return true;
            }
            reading.seek(PARTITION, next);
            while (next < end) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                reading.poll(POLL).forEach(this::take);
                next = reading.position(PARTITION);
            }
            return true;
        });
    }

    /** Whether every root follows the one before, from the first one on. */
    public boolean unbroken() {
        return held(chain::unbroken);
    }

    public Last last() {
        return held(chain::last);
    }

    /** Whether the topic has that root, or none was ever published; known of the last 10,080. */
    public boolean has(Last root) {
        return held(() -> chain.has(root));
    }

    /** The last published end of that partner's chain at the customer. */
    public Optional<Published> of(UUID customerId, UUID partnerId) {
        return held(() -> chain.of(ChainEnd.key(customerId, partnerId)));
    }

    /** Those of all the customer's chains, by their keys. */
    public Map<String, Published> of(UUID customerId) {
        return held(() -> chain.of(customerId));
    }

    /** That a published end is in its root; empty while the broker is away. */
    public Optional<Inclusion> inclusion(Published published, Duration atMost) {
        return locked(atMost, Optional.empty(), deadline -> {
            var reading = consumer();
            reading.seek(PARTITION, published.offset());
            while (System.nanoTime() < deadline) {
                for (var record : reading.poll(POLL).records(PARTITION)) {
                    return read(record).map(root -> root.inclusion(published.end()));
                }
            }
            return Optional.empty();
        });
    }

    private void take(ConsumerRecord<String, String> record) {
        read(record).ifPresent(root -> chain.take(root, record.offset()));
    }

    private Optional<MinuteRoot> read(ConsumerRecord<String, String> record) {
        try {
            return Optional.of(
                    mapper.treeToValue(mapper.readTree(record.value()).required("state"), MinuteRoot.class));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.warnf("At offset %d is no root: %s", record.offset(), e.getMessage());
            return Optional.empty();
        }
    }

    private Consumer<String, String> consumer() {
        if (consumer == null) {
            consumer = clients.consumer(Map.of(
                    "auto.offset.reset", "earliest", "fetch.max.bytes", 1 << 20, "max.partition.fetch.bytes", 1 << 20));
            consumer.assign(List.of(PARTITION));
        }
        return consumer;
    }

    private void forgetConsumer() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }

    private interface Work<T> {
        T until(long deadline);
    }

    private <T> T locked(Duration atMost, T otherwise, Work<T> work) {
        var deadline = System.nanoTime() + atMost.toNanos();
        try {
            if (!lock.tryLock(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                return otherwise;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
        try {
            return work.until(deadline);
        } catch (KafkaException e) {
            LOG.warnf("The published roots of the access log can't be read: %s", e.getMessage());
            forgetConsumer();
            return otherwise;
        } finally {
            lock.unlock();
        }
    }

    private <T> T held(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }
}
