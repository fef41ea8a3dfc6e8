package dev.kontor.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Topics of services that do not run in this test. */
final class TestTopics {

    private static final int PARTITIONS = 3;

    private static final Set<String> THERE = ConcurrentHashMap.newKeySet();

    private TestTopics() {}

    static void ensure(String topic) {
        if (THERE.contains(topic)) {
            return;
        }
        try (var admin = Admin.create(Facts.settings())) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1).configs(Map.of())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        THERE.add(topic);
    }
}
