package dev.kontor.gateway.consent;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The topic of access records: created when missing, with a producer that waits for all replicas. */
@Singleton
class AccessTopic {

    private static final Logger LOG = Logger.getLogger(AccessTopic.class);
    private static final int PARTITIONS = 3;
    private static final Duration RETENTION = Duration.ofDays(7);

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
            create();
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

    private void create() {
        var topic = new NewTopic(AccessLog.TOPIC, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(RETENTION.toMillis())));
        var timeout = (int) AccessLog.TIMEOUT.toMillis();
        try (var admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout))) {
            admin.createTopics(List.of(topic)).all().get(timeout, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e.getCause().getMessage(), e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("no broker answers", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    synchronized void close() {
        if (producer != null) {
            producer.close(AccessLog.TIMEOUT);
        }
    }
}
