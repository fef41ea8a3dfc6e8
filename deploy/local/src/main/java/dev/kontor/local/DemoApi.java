package dev.kontor.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** The public API as the demo data use it: every refusal ends the start with one line. */
final class DemoApi {

    /** How long a service that is away for now is asked again, and a job is followed. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final long FIRST_PAUSE = 250;
    private static final long LONGEST_PAUSE = 8_000;

    private final Http http;
    private final Tokens tokens;
    private final String gateway;

    DemoApi(Http http, Ports ports) {
        this.http = http;
        this.tokens = new Tokens(http, ports);
        this.gateway = ports.url(Service.GATEWAY);
    }

    String operator() {
        return tokens.get(Tokens.Wish.of(Role.VENDOR_OPERATOR));
    }

    String reporter() {
        return tokens.get(Tokens.Wish.of(Role.USAGE_REPORTER));
    }

    String superAdmin(String partnerId) {
        return tokens.get(Tokens.Wish.of(Role.PARTNER_SUPER_ADMIN, partnerId, Set.of(DemoData.PROGRAM)));
    }

    JsonNode get(String path, String token) {
        return require("GET", path, () -> http.get(gateway + path, token));
    }

    JsonNode send(String method, String path, String token, JsonNode body) {
        return require(method, path, () -> http.send(method, gateway + path, token, body));
    }

    void sendPicture(String path, String token, byte[] png) {
        require("PUT", path, () -> http.send("PUT", gateway + path, token, "image/png", png));
    }

    /** Waits for a job's end; a failed one is refused like a failed call. */
    JsonNode awaitJob(JsonNode job, String token) {
        var current = job;
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!current.path("state").asText().equals("succeeded")) {
            if (current.path("state").asText().equals("failed") || System.nanoTime() > deadline) {
                throw new Refusal("Demo data: job " + current.path("id").asText() + " is "
                        + current.path("state").asText() + ": "
                        + current.path("problem").path("detail").asText());
            }
            Pause.millis(100);
            current = get("/v1/jobs/" + job.path("id").asText(), token);
        }
        return current.path("result");
    }

    private static JsonNode require(String method, String path, Supplier<Http.Answer> call) {
        var answer = answered(call, Pause::millis);
        if (!answer.ok()) {
            throw new Refusal("Demo data: " + method + " " + path + " answered " + answer.problem());
        }
        return answer.json();
    }

    /** The answer of the first try that is not 503, or of the last one; what creates something has a key to be tried with. */
    static Http.Answer answered(Supplier<Http.Answer> call, LongConsumer pausing) {
        var pause = FIRST_PAUSE;
        for (long paused = 0; ; paused += pause, pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            var answer = call.get();
            if (answer.status() != 503 || paused >= PATIENCE.toMillis()) {
                return answer;
            }
            pausing.accept(pause);
        }
    }
}
