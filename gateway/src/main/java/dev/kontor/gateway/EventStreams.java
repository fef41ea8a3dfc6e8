package dev.kontor.gateway;

import dev.kontor.gateway.consent.Standings;
import dev.kontor.gateway.proxy.Forwarder;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The event streams under way: each ends with its token, and as soon as whoever follows it is shut out (domain.md, rule 40). */
@Singleton
class EventStreams {

    private static final int LOOK_EVERY_MS = 50;

    private final Vertx vertx;
    private final Standings standings;
    private final Clock clock = Clock.systemUTC();
    private final Map<Call, Context> underWay = new ConcurrentHashMap<>();

    EventStreams(Vertx vertx, Standings standings) {
        this.vertx = vertx;
        this.standings = standings;
        vertx.setPeriodic(LOOK_EVERY_MS, look -> endThoseThatAreOver());
    }

    static boolean isOne(HttpClientResponse answer) {
        var type = answer.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }

    void begin(Call call) {
        underWay.put(call, vertx.getOrCreateContext());
    }

    /** The request is over, of whatever kind it was. */
    void end(Call call) {
        underWay.remove(call);
    }

    private void endThoseThatAreOver() {
        var now = clock.instant();
        underWay.forEach((call, context) -> {
            if (!mayGoOn(call, now) && underWay.remove(call) != null) {
                context.runOnContext(its -> Forwarder.breakOff(call.request));
            }
        });
    }

    private boolean mayGoOn(Call call, Instant now) {
        return now.isBefore(call.token.expiresAt())
                && standings
                        .lastKnown(call.principal)
                        .filter(standing -> !standing.blocked()
                                && !standing.suspended()
                                && !standing.hasEnded(call.token.issuedAt()))
                        .isPresent();
    }
}
