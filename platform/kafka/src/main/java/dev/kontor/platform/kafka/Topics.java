package dev.kontor.platform.kafka;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Sees to it that the topics a process needs are there. */
@Singleton
public class Topics {

    private final KafkaClients clients;
    private final TopicSettings settings;
    private final Set<Topic> there = new HashSet<>();

    Topics(KafkaClients clients, TopicSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    /**
     * Makes those that are missing, and does nothing where it once found them all.
     *
     * @throws IllegalStateException while the broker does not answer, or where one is missing and may not be made
     */
    public synchronized void ensure(Collection<Topic> topics, Duration atMost) {
        if (there.containsAll(topics)) {
            return;
        }
        try (var admin = clients.admin(atMost)) {
            var missing = missing(admin, topics);
            if (!missing.isEmpty() && !settings.create()) {
                throw new IllegalStateException("missing, and kontor.kafka.topics.create is off: "
                        + missing.stream().map(Topic::name).toList());
            }
            var wanted =
                    missing.stream().map(topic -> topic.toNewTopic(settings)).toList();
            for (var made : admin.createTopics(wanted).values().values()) {
                succeeds(made, TopicExistsException.class);
            }
            there.addAll(topics);
        }
    }

    private static List<Topic> missing(Admin admin, Collection<Topic> topics) {
        var described =
                admin.describeTopics(topics.stream().map(Topic::name).toList()).topicNameValues();
        var missing = new ArrayList<Topic>();
        for (var topic : topics) {
            if (!succeeds(described.get(topic.name()), UnknownTopicOrPartitionException.class)) {
                missing.add(topic);
            }
        }
        return missing;
    }

    private static boolean succeeds(KafkaFuture<?> asked, Class<? extends Exception> otherwise) {
        try {
            asked.get();
            return true;
        } catch (ExecutionException e) {
            if (otherwise.isInstance(e.getCause())) {
                return false;
            }
            throw new IllegalStateException(e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
