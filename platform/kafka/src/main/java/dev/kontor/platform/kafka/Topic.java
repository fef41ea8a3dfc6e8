package dev.kontor.platform.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic that a process writes or reads; where a CDI producer method of a service declares it, it is made at start.
 *
 * @param partitions how many it has to have; empty where that is the deployment's choice
 */
public record Topic(String name, Optional<Integer> partitions, Map<String, String> settings) {

    private static final String MONTH = Long.toString(Duration.ofDays(30).toMillis());

    /** Keeps the last state of every key for good, and every fact for 30 days. */
    public static Topic compacted(String name) {
        return of(
                name,
                Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", MONTH, "delete.retention.ms", MONTH));
    }

    /** Keeps the last state of every key, and little else: for what is read whole at every start. */
    public static Topic compactedSoon(String name) {
        return of(
                name,
                Map.of(
                        "cleanup.policy", "compact",
                        "min.compaction.lag.ms", "60000",
                        "max.compaction.lag.ms", "600000",
                        "segment.ms", "600000",
                        "min.cleanable.dirty.ratio", "0.1",
                        "delete.retention.ms", "3600000"));
    }

    /** Keeps every record for {@code retention}. */
    public static Topic log(String name, Duration retention) {
        return of(name, Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis())));
    }

    /** Keeps every record until somebody deletes it. */
    public static Topic kept(String name) {
        return of(name, Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
    }

    /** The same in one partition: for readers that need all of it in order. */
    public Topic inOnePartition() {
        return new Topic(name, Optional.of(1), settings);
    }

    NewTopic toNewTopic(TopicSettings deployment) {
        return new NewTopic(name, Optional.of(partitions.orElse(deployment.partitions())), deployment.replication())
                .configs(settings);
    }

    private static Topic of(String name, Map<String, String> settings) {
        return new Topic(name, Optional.empty(), settings);
    }
}
