package dev.kontor.gateway.consent;

import dev.kontor.platform.kafka.KafkaClients;
import dev.kontor.platform.kafka.Topic;
import dev.kontor.platform.kafka.Topics;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/** The topic of access records: created when missing, kept until the access log has them, with a producer that waits for all replicas. */
@Singleton
class AccessTopic {

    private static final Logger LOG = Logger.getLogger(AccessTopic.class);
    private static final List<Topic> TOPIC = List.of(Topic.kept(AccessLog.TOPIC));

    private final KafkaClients clients;
    private final Topics topics;
    private Producer<String, String> producer;

    AccessTopic(KafkaClients clients, Topics topics) {
        this.clients = clients;
        this.topics = topics;
    }

    /** Makes ready what the first record would otherwise wait for; what fails here is tried again then. */
    void prepare() {
        try {
            producer().partitionsFor(AccessLog.TOPIC);
        } catch (RuntimeException notYet) {
            LOG.warnf("The access log is not ready yet: %s", notYet.getMessage());
        }
    }

    synchronized Producer<String, String> producer() {
        topics.ensure(TOPIC, AccessLog.TIMEOUT);
        if (producer == null) {
            var timeout = (int) AccessLog.TIMEOUT.toMillis();
            producer = clients.producer(Map.of(
                    "client.id",
                    "gateway-access",
                    "linger.ms",
                    0,
                    "max.block.ms",
                    timeout,
                    "request.timeout.ms",
                    timeout / 2,
                    "delivery.timeout.ms",
                    timeout));
        }
        return producer;
    }

    synchronized void close() {
        if (producer != null) {
            producer.close(AccessLog.TIMEOUT);
        }
    }
}
