package dev.kontor.platform.clock;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;

/** Reads and moves the clock on the management port; only there, and only where it is movable. */
@ApplicationScoped
class ClockRoute {

    private static final int LONGEST_BODY = 1_000;

    private final Clocks clocks;
    private final Clock clock;

    ClockRoute(Clocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    void register(@Observes ManagementInterface management) {
        if (clocks.movable()) {
            management.router().get("/clock").handler(this::answer);
            management
                    .router()
                    .put("/clock")
                    .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                    .blockingHandler(this::move);
        }
    }

    private void move(RoutingContext request) {
        try {
            var offset = Duration.parse(request.body().asJsonObject().getString("offset", ""));
            if (!clocks.move(offset)) {
                request.response().setStatusCode(409);
            }
            answer(request);
        } catch (DateTimeException | ClassCastException | NullPointerException e) {
            request.response().setStatusCode(400).end();
        }
    }

    private void answer(RoutingContext request) {
        request.json(new JsonObject()
                .put("offset", clocks.offset().toString())
                .put("now", clock.instant().toString()));
    }
}
