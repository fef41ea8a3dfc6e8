package dev.kontor.platform.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes every client of the broker: with whatever the deployment sets as {@code kafka.*}, such as TLS and SASL, and above it
 * what the code counts on, so that nobody turns off an acknowledgement by a setting made for something else.
 */
@Singleton
public class KafkaClients {

    private final Map<String, Object> deployment;

    /** @param deployment the {@code kafka.*} settings without their prefix, as Quarkus reads them */
    KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> deployment) {
        this.deployment = deployment;
    }

    /** A producer whose records all replicas in sync have acknowledged, once, unless its use says otherwise. */
    public Producer<String, String> producer(Map<String, ?> use) {
        return new KafkaProducer<>(ofProducer(use), new StringSerializer(), new StringSerializer());
    }

    Map<String, Object> ofProducer(Map<String, ?> use) {
        var settings = deployment();
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.putAll(use);
        return settings;
    }

    /** A consumer in the group its use names or in none, which makes no topics and commits only when told. */
    public Consumer<String, String> consumer(Map<String, ?> use) {
        return new KafkaConsumer<>(ofConsumer(use), new StringDeserializer(), new StringDeserializer());
    }

    Map<String, Object> ofConsumer(Map<String, ?> use) {
        var settings = deployment();
        // Quarkus makes one of the application's name.
        settings.remove("group.id");
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.putAll(use);
        return settings;
    }

    /** An admin client that waits {@code atMost} for each answer. */
    public Admin admin(Duration atMost) {
        var settings = deployment();
        settings.put("request.timeout.ms", (int) atMost.toMillis());
        settings.put("default.api.timeout.ms", (int) atMost.toMillis());
        return Admin.create(settings);
    }

    private Map<String, Object> deployment() {
        var settings = new HashMap<String, Object>();
        settings.put("reconnect.backoff.max.ms", "1000");
        settings.putAll(deployment);
        return settings;
    }
}
