package dev.kontor.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells the service under test what other services would, and hears what it tells. */
public final class Facts {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Producer<String, String> producer;

    private Facts() {}

    /** Sends a record as another service's relay does, of the form the contract says; the topic is made where it is missing. */
    public static UUID send(String topic, String key, String type, UUID partnerId, String json) {
        return send(UUID.randomUUID(), topic, key, type, partnerId, json);
    }

    /** The same with an id of its own, to send one record twice. */
    public static UUID send(UUID id, String topic, String key, String type, UUID partnerId, String json) {
        Contract.requireKept(topic, type, json);
        TestTopics.ensure(topic);
        var record = new ProducerRecord<>(topic, key, json);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id.toString());
        header(record, "ce_type", type);
        header(record, "ce_source", "/kontor/test");
        header(record, "ce_subject", key);
        header(record, "ce_time", Instant.now().toString());
        if (partnerId != null) {
            header(record, "ce_partnerid", partnerId.toString());
        }
        send(record);
        return id;
    }

    /** Sends what nobody's relay does: a record without an envelope. */
    public static void sendBare(String topic, String key, String json) {
        TestTopics.ensure(topic);
        send(new ProducerRecord<>(topic, key, json));
    }

    private static void send(ProducerRecord<String, String> record) {
        try {
            producer().send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the topic holds a record like that, reading it from its beginning. */
    public static ConsumerRecord<String, String> await(String topic, Predicate<ConsumerRecord<String, String>> wanted) {
        return collect(topic, wanted, 1).get(0);
    }

    /** Waits until the topic holds {@code count} records like that. */
    public static List<ConsumerRecord<String, String>> collect(
            String topic, Predicate<ConsumerRecord<String, String>> wanted, int count) {
        TestTopics.ensure(topic);
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (found.size() < count && System.nanoTime() < deadline) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                }
            }
        }
        if (found.size() < count) {
            throw new AssertionError(
                    "only " + found.size() + " of " + count + " such records on " + topic + " within " + PATIENCE);
        }
        return found;
    }

    /** A header's value, or null. */
    public static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    // One for all tests: making one takes longer than most of what they do.
    private static synchronized Producer<String, String> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    static Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        settings.put("acks", "all");
        return settings;
    }

    private static void header(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
