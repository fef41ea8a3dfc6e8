package dev.kontor.platform.kafka;

import java.util.Optional;

record Made(boolean create, int partitions, Optional<Short> replication) implements TopicSettings {

    static final Made BY_DEFAULT = new Made(true, 3, Optional.empty());
}
