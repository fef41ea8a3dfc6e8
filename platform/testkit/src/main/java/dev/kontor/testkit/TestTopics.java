package dev.kontor.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Topics of services that do not run in this test. */
final class TestTopics {

    private static final int PARTITIONS = 3;

    private static final String CLEARED = "kontor.test.topics-cleared";

    private TestTopics() {}

    /**
     * Takes away what another module's tests told on the build's one broker, once for a test run: copies, consent and the clock's
     * offset are learned from a topic's beginning.
     */
    static void clear(String bootstrap) {
        // A system property, since every restart of the application under test brings this class anew.
        if (System.setProperty(CLEARED, bootstrap) != null) {
            return;
        }
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void ensure(String topic) {
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
    }
}
