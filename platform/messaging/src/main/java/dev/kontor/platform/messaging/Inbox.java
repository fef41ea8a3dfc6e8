package dev.kontor.platform.messaging;

import dev.kontor.platform.clock.RealTime;
import dev.kontor.platform.kafka.KafkaClients;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.WakeupException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the topics of every {@link FactConsumer}, in order per key, on one thread.
 *
 * <p>Offsets are committed to Kafka after the work was committed to the database; what comes again in between is
 * recognised by its seen mark.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PAUSE_WHILE_BEHIND = Duration.ofMillis(50);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);

    private final List<FactConsumer> consumers;
    private final Intake intake;
    private final KafkaClients clients;
    private final String group;
    private final int batch;
    private Thread thread;
    private volatile Consumer<String, String> reading;
    private volatile boolean stopping;

    Inbox(
            @All List<FactConsumer> consumers,
            Intake intake,
            KafkaClients clients,
            MessagingConfig config,
            @ConfigProperty(name = "kontor.service") String service) {
        this.consumers = consumers;
        this.intake = intake;
        this.clients = clients;
        this.group = "kontor-" + service;
        this.batch = config.batch();
    }

    void start(@Observes StartupEvent started) {
        if (!consumers.isEmpty()) {
            thread = new Thread(this::loop, "inbox");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        if (reading != null) {
            reading.wakeup();
        }
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    /**
     * Waits until everything that was in the topics when this was called has been taken in, by whichever replica.
     *
     * @return false when that took longer than {@code atMost} of real time
     */
    public boolean awaitCaughtUp(Duration atMost) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        try (var admin = clients.admin(ANSWERED_WITHIN)) {
            var ends = ends(admin);
            while (!reached(admin, ends)) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_WHILE_BEHIND.toMillis());
            }
            return true;
        } catch (ExecutionException e) {
            LOG.warnf("How far the inbox is could not be read: %s", e.getCause());
            return false;
        }
    }

    /**
     * Deletes from a topic that nobody else reads what has been taken in and is older than {@code age} of real time; and has
     * the broker keep the rest, also where the topic was made with a retention.
     */
    public void deleteTakenIn(String topic, Duration age) throws InterruptedException, ExecutionException {
        try (var admin = clients.admin(ANSWERED_WITHIN)) {
            keepUntilDeleted(admin, topic);
            var taken = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var young = OffsetSpec.forTimestamp(
                    RealTime.clock().instant().minus(age).toEpochMilli());
            var wanted = taken.entrySet().stream()
                    .filter(one -> one.getKey().topic().equals(topic) && one.getValue() != null)
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> young));
            var deleted = new HashMap<TopicPartition, RecordsToDelete>();
            admin.listOffsets(wanted).all().get().forEach((partition, firstYoung) -> {
                var before = taken.get(partition).offset();
                // Without a young one, all that was taken in is old.
                deleted.put(
                        partition,
                        RecordsToDelete.beforeOffset(
                                firstYoung.offset() < 0 ? before : Math.min(before, firstYoung.offset())));
            });
            admin.deleteRecords(deleted).all().get();
        }
    }

    private static void keepUntilDeleted(Admin admin, String topic) throws InterruptedException, ExecutionException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var retention = admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(TopicConfig.RETENTION_MS_CONFIG);
        if (!retention.value().equals("-1")) {
            var kept =
                    new AlterConfigOp(new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, "-1"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(resource, List.of(kept))).all().get();
        }
    }

    private Map<TopicPartition, Long> ends(Admin admin) throws InterruptedException, ExecutionException {
        var partitions = admin.describeTopics(topics()).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        return admin.listOffsets(partitions).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> offset(end.getValue())));
    }

    private static long offset(ListOffsetsResultInfo info) {
        return info.offset();
    }

    private boolean reached(Admin admin, Map<TopicPartition, Long> ends)
            throws InterruptedException, ExecutionException {
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream()
                .allMatch(end -> end.getValue() == 0
                        || (committed.get(end.getKey()) != null
                                && committed.get(end.getKey()).offset() >= end.getValue()));
    }

    private List<String> topics() {
        return consumers.stream()
                .flatMap(consumer -> consumer.topics().stream())
                .distinct()
                .toList();
    }

    private void loop() {
        while (!stopping) {
            try (var consumer = consumer()) {
                reading = consumer;
                consumer.subscribe(topics());
                read(consumer);
            } catch (WakeupException e) {
                LOG.debug("The inbox was woken to stop");
            } catch (RuntimeException e) {
                // A new consumer starts from the last committed offsets.
                LOG.warnf("The inbox could not go on and starts again: %s", e);
                pause();
            }
        }
    }

    private Consumer<String, String> consumer() {
        return clients.consumer(Map.of(
                "group.id",
                group,
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                batch,
                // A topic may be made after this service has started.
                "metadata.max.age.ms",
                3_000,
                // As short as brokers allow: until a killed replica is missed, nobody reads its partitions.
                "session.timeout.ms",
                6_000,
                "heartbeat.interval.ms",
                1_500,
                "partition.assignment.strategy",
                CooperativeStickyAssignor.class.getName()));
    }

    private void read(Consumer<String, String> consumer) {
        while (!stopping) {
            var records = consumer.poll(POLL);
            if (records.isEmpty()) {
                continue;
            }
            intake.takeIn(StreamSupport.stream(records.spliterator(), false).toList());
            consumer.commitSync(records.partitions().stream()
                    .collect(Collectors.toMap(p -> p, p -> new OffsetAndMetadata(consumer.position(p)))));
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE.toMillis());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
