package dev.kontor.platform.messaging;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics this service writes, where they are missing. */
@Singleton
class Topics {

    private final List<Topic> declared;
    private final KafkaConnection kafka;
    private final MessagingConfig config;
    private boolean ensured;

    Topics(@All List<Topic> declared, KafkaConnection kafka, MessagingConfig config) {
        this.declared = declared;
        this.kafka = kafka;
        this.config = config;
    }

    /** Does nothing after it succeeded once; throws while the broker can't be reached. */
    synchronized void ensure() {
        if (ensured) {
            return;
        }
        try (var admin = kafka.admin()) {
            var wanted = declared.stream()
                    .map(topic -> topic.toNewTopic(config.replication()))
                    .toList();
            for (var created : admin.createTopics(wanted).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException(e.getCause());
                    }
                }
            }
            ensured = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
