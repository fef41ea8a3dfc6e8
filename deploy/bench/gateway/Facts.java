import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Tells the consent of many customers of a hundred partners: {@code KAFKA HOW_MANY}. Or sends one fact after the other, and
 * prints the median and the 99th percentile in microseconds until the broker has acknowledged it: {@code KAFKA}.
 */
final class Facts {

    private static final String TOPIC = "bench";
    private static final int PARTNERS = 100;
    private static final int WARM = 2_000;
    private static final int MEASURED = 2_000;

    public static void main(String[] args) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", args[0], "acks", "all", "linger.ms", 0);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            if (args.length == 2) {
                for (var i = 0; i < Integer.parseInt(args[1]); i++) {
                    producer.send(consent(i));
                }
            } else {
                createTopic(args[0]);
                acknowledged(producer);
            }
        }
    }

    private static ProducerRecord<String, byte[]> consent(int number) {
        var customer = id("customer-" + number);
        var state = """
                {"event": {"state": "on"}, "state": {"customerId": "%s", "partnerId": "%s", "state": "on", "grant": "%s",
                 "source": "partner", "since": "2026-11-01T00:00:00Z", "expiresAt": null, "requestedAt": null, "version": 1}}"""
                .formatted(customer, id("partner-" + number % PARTNERS), id("grant-" + number));
        return new ProducerRecord<>("kontor.consent.v1", "consent/" + customer, state.getBytes(StandardCharsets.UTF_8));
    }

    private static void createTopic(String servers) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static void acknowledged(KafkaProducer<String, byte[]> producer) throws Exception {
        var nanos = new long[MEASURED];
        for (var i = -WARM; i < MEASURED; i++) {
            var began = System.nanoTime();
            producer.send(new ProducerRecord<>(TOPIC, new byte[500])).get();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - began;
            }
        }
        Arrays.sort(nanos);
        System.out.println(nanos[MEASURED / 2] / 1000 + " " + nanos[MEASURED * 99 / 100] / 1000);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
