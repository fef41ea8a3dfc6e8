package dev.kontor.gateway.consent;

import dev.kontor.gateway.brokers.Topic;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The topic of access records: created when missing, with a producer that waits for all replicas. */
@Singleton
class AccessTopic {

    private static final Logger LOG = Logger.getLogger(AccessTopic.class);
    private static final Topic TOPIC = new Topic(AccessLog.TOPIC, 3, Duration.ofDays(7));

    private final String servers;
    private boolean created;
    private Producer<String, byte[]> producer;

    AccessTopic(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    /** Makes ready what the first record would otherwise wait for; what fails here is tried again then. */
    void prepare() {
        try {
            producer().partitionsFor(AccessLog.TOPIC);
        } catch (RuntimeException notYet) {
            LOG.warnf("The access log is not ready yet: %s", notYet.getMessage());
        }
    }

    synchronized Producer<String, byte[]> producer() {
        if (!created) {
            TOPIC.create(servers);
            created = true;
        }
        if (producer == null) {
            int timeout = (int) AccessLog.TIMEOUT.toMillis();
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            servers,
                            ProducerConfig.CLIENT_ID_CONFIG,
                            "gateway-access",
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.LINGER_MS_CONFIG,
                            0,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            timeout,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            timeout / 2,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            timeout),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    synchronized void close() {
        if (producer != null) {
            producer.close(AccessLog.TIMEOUT);
        }
    }
}
