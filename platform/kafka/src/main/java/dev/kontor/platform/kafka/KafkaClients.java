package dev.kontor.platform.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes every client of the broker: with whatever the deployment sets as {@code kafka.*}, such as TLS and SASL, and above it
 * what the code counts on, so that nobody turns off an acknowledgement by a setting made for something else.
 */
@Singleton
public class KafkaClients {

    private static final Pattern LOOPBACK =
            Pattern.compile("(?:\\w+://)?(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");

    private final Map<String, Object> deployment;

    /**
     * @param deployment the {@code kafka.*} settings without their prefix, as Quarkus reads them
     * @param plaintext whether a broker outside loopback may be spoken to in the clear, since something else encrypts
     * @throws IllegalStateException where it would be, and may not: who listens reads, and who speaks grants consent
     */
    KafkaClients(
            @Identifier("default-kafka-broker") Map<String, Object> deployment,
            @ConfigProperty(name = "kontor.kafka.plaintext", defaultValue = "false") boolean plaintext) {
        this.deployment = deployment;
        if (!plaintext && !isEncrypted() && !isOnLoopback()) {
            throw new IllegalStateException("the broker at " + servers() + " would be spoken to in the clear: set"
                    + " KAFKA_SECURITY_PROTOCOL, or KONTOR_KAFKA_PLAINTEXT=true where something else encrypts");
        }
    }

    private boolean isEncrypted() {
        return text("security.protocol").endsWith("SSL")
                || !text("tls-configuration-name").isEmpty();
    }

    private boolean isOnLoopback() {
        return Arrays.stream(servers().split(","))
                .allMatch(server -> LOOPBACK.matcher(server.strip()).matches());
    }

    private String servers() {
        return text("bootstrap.servers");
    }

    private String text(String setting) {
        return Objects.toString(deployment.get(setting), "");
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
