package dev.kontor.platform.messaging;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/** A topic this service writes; made at start where it is missing. Declared by a CDI producer method. */
public record Topic(String name, Map<String, String> settings) {

    /** How many partitions each topic has; readers of a whole topic, like the gateway, count on it. */
    public static final int PARTITIONS = 3;

    private static final String MONTH = Long.toString(Duration.ofDays(30).toMillis());

    /** Keeps the last state of every key for good, and every fact for 30 days. */
    public static Topic compacted(String name) {
        return new Topic(
                name,
                Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", MONTH, "delete.retention.ms", MONTH));
    }

    /** Keeps the last state of every key, and little else: for what is read whole at every start. */
    public static Topic compactedSoon(String name) {
        return new Topic(
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
        return new Topic(name, Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis())));
    }

    NewTopic toNewTopic(short replication) {
        return new NewTopic(name, PARTITIONS, replication).configs(settings);
    }
}
