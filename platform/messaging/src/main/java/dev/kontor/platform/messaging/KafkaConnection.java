package dev.kontor.platform.messaging;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Clients of the broker, set for safety first: nothing is acknowledged early and nothing waits for ever. */
@Singleton
class KafkaConnection {

    private final String servers;
    private final String group;
    private final int batch;

    KafkaConnection(
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
            @ConfigProperty(name = "kontor.service") String service,
            MessagingConfig config) {
        this.servers = servers;
        this.group = "kontor-" + service;
        this.batch = config.batch();
    }

    String group() {
        return group;
    }

    Producer<String, String> producer() {
        var settings = common();
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("linger.ms", "0");
        settings.put("max.block.ms", "5000");
        settings.put("request.timeout.ms", "5000");
        settings.put("delivery.timeout.ms", "10000");
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    Consumer<String, String> consumer() {
        var settings = common();
        settings.put("group.id", group);
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", Integer.toString(batch));
        settings.put("allow.auto.create.topics", "false");
        // A topic may be made after this service has started.
        settings.put("metadata.max.age.ms", "3000");
        // As short as brokers allow: until a killed replica is missed, nobody reads its partitions.
        settings.put("session.timeout.ms", "6000");
        settings.put("heartbeat.interval.ms", "1500");
        settings.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    Admin admin() {
        var settings = common();
        settings.put("request.timeout.ms", "5000");
        settings.put("default.api.timeout.ms", "10000");
        return Admin.create(settings);
    }

    private Map<String, Object> common() {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", servers);
        settings.put("reconnect.backoff.max.ms", "1000");
        return settings;
    }
}
