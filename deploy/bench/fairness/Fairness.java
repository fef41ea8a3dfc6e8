import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one partner's flood does to another one's calls: {@code GATEWAY TOKEN_OF_THE_FLOOD TOKEN_OF_THE_OTHER MONTH ROUNDS SECONDS}.
 * In turn the other partner calls alone, and beside 100 connections of the first that each ask for the most expensive thing there is.
 */
final class Fairness {

    private static final int CONNECTIONS = 100;
    private static final String PRODUCT = "endpoint-advanced";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;
    private final String busy;
    private final String month;
    private final Map<String, HttpRequest> calls = new TreeMap<>();
    private final Map<Integer, AtomicInteger> floods = new ConcurrentHashMap<>();
    private int failed;

    private Fairness(String gateway, String busy, String other, String month) {
        this.gateway = gateway;
        this.busy = busy;
        this.month = month;
        calls.put("preview of one line", preview(other, 1));
        calls.put("list of customers", request("/v1/customers?count=true", other).build());
        calls.put("list of statements", request("/v1/statements", other).build());
    }

    public static void main(String[] args) throws Exception {
        new Fairness(args[0], args[1], args[2], args[3]).measure(Integer.parseInt(args[4]), Integer.parseInt(args[5]));
        System.exit(0);
    }

    private void measure(int rounds, int seconds) throws Exception {
        var alone = new TreeMap<String, List<Long>>();
        var beside = new TreeMap<String, List<Long>>();
        // The first round warms up.
        for (var round = 0; round <= rounds; round++) {
            calls(seconds, round == 0 ? new TreeMap<>() : alone);
            var over = new AtomicBoolean();
            var flood = Executors.newFixedThreadPool(CONNECTIONS);
            IntStream.range(0, CONNECTIONS).forEach(i -> flood.submit(() -> flood(over)));
            calls(seconds, round == 0 ? new TreeMap<>() : beside);
            over.set(true);
            flood.shutdown();
            flood.awaitTermination(5, TimeUnit.MINUTES);
        }
        System.out.println("| the other partner's | alone, ms: p50 | p99 | beside the flood: p50 | p99 | ratio of p50 |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        calls.keySet().forEach(call -> print(call, alone.get(call), beside.get(call)));
        print("calls of all kinds", all(alone), all(beside));
        System.out.println();
        System.out.println("Failed: " + failed + " of the other partner's calls. The flood was answered "
                + new TreeMap<>(floods).entrySet().stream()
                        .map(answer -> answer.getValue() + " × " + answer.getKey())
                        .collect(Collectors.joining(", ")) + ".");
    }

    private void calls(int seconds, Map<String, List<Long>> times) throws IOException, InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            for (var call : calls.entrySet()) {
                var before = System.nanoTime();
                var status = http.send(call.getValue(), BodyHandlers.discarding()).statusCode();
                times.computeIfAbsent(call.getKey(), its -> new ArrayList<>()).add(System.nanoTime() - before);
                if (status != 200) {
                    failed++;
                }
            }
        }
    }

    private Void flood(AtomicBoolean over) throws IOException, InterruptedException {
        var large = preview(busy, 10_000);
        while (!over.get()) {
            var status = http.send(large, BodyHandlers.discarding()).statusCode();
            floods.computeIfAbsent(status, its -> new AtomicInteger()).incrementAndGet();
        }
        return null;
    }

    private HttpRequest preview(String token, int quantities) {
        var rows = IntStream.range(0, quantities)
                .mapToObj(i -> "{\"customerId\": \"" + new UUID(7, i) + "\", \"product\": \"" + PRODUCT + "\", \"quantity\": 7}")
                .collect(Collectors.joining(","));
        return request("/v1/rating-previews", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"month\": \"" + month + "\", \"priceBook\": {\"currency\": \"EUR\", \"entries\": [{\"product\": \""
                        + PRODUCT + "\", \"model\": \"flat\", \"bands\": [{\"unitPrice\": \"0.12345678\"}]}]}, \"quantities\": [" + rows + "]}"))
                .build();
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(gateway + path)).header("Authorization", "Bearer " + token);
    }

    private static List<Long> all(Map<String, List<Long>> times) {
        return times.values().stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
    }

    private static void print(String what, List<Long> alone, List<Long> beside) {
        Collections.sort(alone);
        Collections.sort(beside);
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f | %.1f | %.2f |%n",
                what, millis(alone, 0.5), millis(alone, 0.99), millis(beside, 0.5), millis(beside, 0.99),
                millis(beside, 0.5) / millis(alone, 0.5));
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1)) / 1e6;
    }
}
