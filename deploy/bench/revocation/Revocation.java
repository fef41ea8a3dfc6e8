import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Switches a customer's consent off and on again: {@code URL KAFKA CUSTOMER PARTNER_TOKEN CUSTOMER_TOKEN SWITCHES}. Prints
 * how long, from the answer to the customer, it takes until a reader of Kafka has the fact, and until the partner is refused.
 */
final class Revocation {

    private static final String TOPIC = "kontor.consent.v1";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final HttpRequest inside;
    private final String assistance;
    private final String customerToken;

    private record Heard(boolean on, long at) {}

    private Revocation(String url, String customer, String partnerToken, String customerToken) {
        this.inside = HttpRequest.newBuilder(URI.create(url + "/v1/customers/" + customer + "/dashboards"))
                .header("Authorization", "Bearer " + partnerToken)
                .build();
        this.assistance = url + "/v1/customers/" + customer + "/partner-assistance";
        this.customerToken = customerToken;
    }

    public static void main(String[] args) throws Exception {
        var revocation = new Revocation(args[0], args[2], args[3], args[4]);
        var reading = new Thread(() -> revocation.read(args[1], "consent/" + args[2]));
        reading.setDaemon(true);
        reading.start();
        revocation.measure(Integer.parseInt(args[5]));
    }

    private void measure(int switches) throws IOException, InterruptedException {
        var allowedCall = new ArrayList<Long>();
        var onKafka = new ArrayList<Long>();
        var refused = new ArrayList<Long>();
        var letIn = 0;
        // What comes before is warming up.
        for (var i = -switches / 10; i < switches; i++) {
            switchTo("on");
            heard(true);
            while (call() != 200) {
                Thread.onSpinWait();
            }
            var before = System.nanoTime();
            require(call(), 200);
            var allowed = System.nanoTime() - before;

            var answered = switchTo("off");
            var afterwards = 0;
            while (call() != 403) {
                afterwards++;
            }
            var first = System.nanoTime() - answered;
            var known = Math.max(0, heard(false) - answered);
            if (i >= 0) {
                allowedCall.add(allowed);
                refused.add(first);
                onKafka.add(known);
                letIn += afterwards;
            }
        }
        System.out.println("| from the answer to the customer, ms | p50 | p99 | max |");
        System.out.println("| --- | --- | --- | --- |");
        print("until a reader of Kafka has the fact", onKafka);
        print("until the partner's first refusal is there", refused);
        print("beside it: one allowed call", allowedCall);
        System.out.println();
        System.out.println("Calls let in after the answer: " + letIn);
    }

    /** When the answer was there. */
    private long switchTo(String state) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(assistance))
                .header("Authorization", "Bearer " + customerToken)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"state\": \"" + state + "\"}"))
                .build();
        var status = http.send(request, BodyHandlers.discarding()).statusCode();
        var at = System.nanoTime();
        require(status, 200);
        return at;
    }

    private int call() throws IOException, InterruptedException {
        var status = http.send(inside, BodyHandlers.discarding()).statusCode();
        if (status != 403) {
            require(status, 200);
        }
        return status;
    }

    private static void require(int status, int expected) {
        if (status != expected) {
            throw new IllegalStateException("answered " + status);
        }
    }

    private long heard(boolean on) throws InterruptedException {
        while (true) {
            var next = heard.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("the fact never came");
            }
            if (next.on() == on) {
                return next.at();
            }
        }
    }

    private void read(String kafka, String key) {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka, "enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(its -> new TopicPartition(TOPIC, its.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (true) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (key.equals(record.key())) {
                        heard.add(new Heard(record.value().contains("\"state\":\"on\""), System.nanoTime()));
                    }
                }
            }
        }
    }

    private static void print(String what, List<Long> nanos) {
        Collections.sort(nanos);
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f |%n",
                what, millis(nanos, 0.5), millis(nanos, 0.99), millis(nanos, 1));
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1)) / 1e6;
    }
}
