package dev.kontor.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;

/** The one clock of a running suite: an offset to real time that every service keeps. */
final class SuiteClock {

    private static final Duration SETTLE = Duration.ofMinutes(3);

    private final Http http;
    private final Ports ports;

    SuiteClock(Http http, Ports ports) {
        this.http = http;
        this.ports = ports;
    }

    Instant now() {
        return now(offset());
    }

    /** Moves every service to an instant and returns once all of them, the gateway too, are there. */
    Instant moveTo(Instant target) {
        // Up to the next millisecond, so that nobody who rounds is told of a moment before the target.
        return moveBy(Duration.between(Instant.now(), target)
                .truncatedTo(ChronoUnit.MILLIS)
                .plusMillis(1));
    }

    /** Ends rehearsal: business time is real time again. */
    Instant moveToRealTime() {
        return moveBy(Duration.ZERO);
    }

    private Instant moveBy(Duration target) {
        var offset = offset();
        if (target.compareTo(offset) < 0) {
            throw new Refusal("The clock only moves forward; it is already " + format(now(offset)));
        }
        JsonNode body = Http.JSON.createObjectNode().put("offset", target.toString());
        for (var service : Service.withDatabase()) {
            if (!offset(service).equals(target)) {
                var answer = http.send("PUT", url(service), null, body);
                if (!answer.ok()) {
                    throw new Refusal("The clock of " + service.key() + " did not move: " + answer.problem());
                }
            }
        }
        awaitGateway(target);
        return now(target);
    }

    // The gateway stores nothing; it learns the offset from the heartbeat, every second.
    private void awaitGateway(Duration target) {
        var deadline = System.nanoTime() + SETTLE.toNanos();
        while (!offset(Service.GATEWAY).equals(target)) {
            if (System.nanoTime() > deadline) {
                throw new Refusal("The gateway did not follow the clock within " + SETTLE.toMinutes() + " minutes");
            }
            Pause.millis(50);
        }
    }

    private Duration offset() {
        var offsets = new EnumMap<Service, Duration>(Service.class);
        // A move that broke off half-way left some behind; the furthest is where the suite goes on from.
        Service.withDatabase().forEach(service -> offsets.put(service, offset(service)));
        return offsets.values().stream().max(Duration::compareTo).orElseThrow();
    }

    private Duration offset(Service service) {
        var answer = http.get(url(service), null);
        if (!answer.ok()) {
            throw new Refusal("The clock of " + service.key() + " can't be read: " + answer.problem());
        }
        return Duration.parse(answer.json().path("offset").asText());
    }

    private String url(Service service) {
        return ports.managementUrl(service) + "/clock";
    }

    private static Instant now(Duration offset) {
        return Instant.now().plus(offset);
    }

    /** RFC 3339 with exactly three digits, which {@link Instant#toString} drops where they are zero. */
    static String format(Instant instant) {
        var text = instant.truncatedTo(ChronoUnit.SECONDS).toString();
        var millis = instant.toEpochMilli() - instant.getEpochSecond() * 1000;
        return text.replace("Z", "." + String.format(java.util.Locale.ROOT, "%03d", millis) + "Z");
    }
}
