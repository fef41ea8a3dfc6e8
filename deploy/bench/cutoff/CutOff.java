import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Blocks a subject and lets it in again: {@code FIRST SECOND SUBJECT TOKEN_OF_WHO_BLOCKS TOKEN_OF_THE_SUBJECT BLOCKS}, the first two
 * being gateways. Prints how long it takes from the answer to the block until each of them refuses the subject.
 */
final class CutOff {

    private static final int REFUSED = 403;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> gateways;
    private final String access;
    private final String blocking;
    private final String blocked;

    private CutOff(String first, String second, String subject, String blocking, String blocked) {
        this.gateways = List.of(first, second);
        this.access = first + "/v1/administrators/" + subject + "/access";
        this.blocking = blocking;
        this.blocked = blocked;
    }

    public static void main(String[] args) throws Exception {
        new CutOff(args[0], args[1], args[2], args[3], args[4]).measure(Integer.parseInt(args[5]));
        System.exit(0);
    }

    private void measure(int blocks) throws IOException, InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(gateways.size());
        var refused = gateways.stream().map(gateway -> new ArrayList<Long>()).toList();
        var allowed = new ArrayList<Long>();
        var letIn = 0;
        // What comes before is warming up.
        for (var i = -blocks / 10; i < blocks; i++) {
            decide("active");
            for (var gateway : gateways) {
                while (call(gateway) == REFUSED) {
                    Thread.onSpinWait();
                }
            }
            var before = System.nanoTime();
            call(gateways.get(1));
            var one = System.nanoTime() - before;

            var answered = decide("blocked");
            var untilRefused = pool.invokeAll(gateways.stream()
                    .map(gateway -> (Callable<long[]>) () -> {
                        var calls = 0;
                        while (call(gateway) != REFUSED) {
                            calls++;
                        }
                        return new long[] {System.nanoTime() - answered, calls};
                    })
                    .toList());
            for (var gateway = 0; i >= 0 && gateway < refused.size(); gateway++) {
                refused.get(gateway).add(untilRefused.get(gateway).get()[0]);
                letIn += (int) untilRefused.get(gateway).get()[1];
            }
            if (i >= 0) {
                allowed.add(one);
            }
        }
        System.out.println("| from the answer to the block, ms | p50 | p99 | max |");
        System.out.println("| --- | --- | --- | --- |");
        print("until the gateway that carried it refuses", refused.get(0));
        print("until the other gateway refuses", refused.get(1));
        print("beside it: one allowed call", allowed);
        System.out.println();
        System.out.println("Calls let in after the answer: " + letIn);
    }

    /** When the answer was there. */
    private long decide(String state) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(access))
                .header("Authorization", "Bearer " + blocking)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"state\": \"" + state + "\"}"))
                .build();
        var status = http.send(request, BodyHandlers.discarding()).statusCode();
        var at = System.nanoTime();
        require(status, 200);
        return at;
    }

    private int call(String gateway) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(gateway + "/v1/whoami"))
                .header("Authorization", "Bearer " + blocked)
                .build();
        var status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != REFUSED) {
            require(status, 200);
        }
        return status;
    }

    private static void require(int status, int expected) {
        if (status != expected) {
            throw new IllegalStateException("answered " + status);
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
