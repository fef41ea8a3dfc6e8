package dev.kontor.platform.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** {@code kontor.kafka.topics.*}: how topics are made; those that exist stay as they are. */
@ConfigMapping(prefix = "kontor.kafka.topics")
interface TopicSettings {

    /** Whether missing topics may be made; if not, somebody else has to, and nothing is written until then. */
    @WithDefault("true")
    boolean create();

    /** How many partitions a topic gets. */
    @WithDefault("3")
    int partitions();

    /** How many replicas a topic gets, 3 in production; as many as the broker likes where nothing is said. */
    Optional<Short> replication();
}
