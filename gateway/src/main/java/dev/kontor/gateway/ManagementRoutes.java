package dev.kontor.gateway;

import dev.kontor.gateway.clock.BusinessClock;
import dev.kontor.gateway.passports.SigningKey;
import dev.kontor.gateway.policy.GatewayProblem;
import dev.kontor.gateway.problems.ProblemAnswers;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the gateway shows on its management port beside health and metrics: its public key, and its clock. */
@Singleton
class ManagementRoutes {

    private static final int LONGEST_BODY = 1_000;

    private final SigningKey key;
    private final BusinessClock clock;
    private final ProblemAnswers problems;
    private final boolean movable;

    ManagementRoutes(
            SigningKey key,
            BusinessClock clock,
            ProblemAnswers problems,
            @ConfigProperty(name = "kontor.clock.movable", defaultValue = "false") boolean movable) {
        this.key = key;
        this.clock = clock;
        this.problems = problems;
        this.movable = movable;
    }

    void open(@Observes ManagementInterface management) {
        var router = management.router();
        router.get("/jwks").handler(context -> context.response()
                .putHeader("Content-Type", "application/jwk-set+json")
                .end(key.jwks()));
        if (movable) {
            router.get("/clock").handler(this::tell);
            router.put("/clock")
                    .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                    .handler(this::move);
        }
    }

    private void tell(RoutingContext context) {
        context.json(new JsonObject()
                .put("offset", clock.offset().toString())
                .put("now", clock.now().toString()));
    }

    private void move(RoutingContext context) {
        try {
            var body = context.body().asJsonObject();
            var offset = Duration.parse(body == null ? "" : body.getString("offset", ""));
            if (clock.advanceTo(offset)) {
                tell(context);
            } else {
                refuse(context, GatewayProblem.CLOCK_MOVED_BACK.problem(clock.offset()));
            }
        } catch (DateTimeException | DecodeException | ClassCastException unreadable) {
            refuse(context, Problems.malformedJson());
        }
    }

    private void refuse(RoutingContext context, Problem problem) {
        problems.send(context.request(), problem, context.request().path(), null);
    }
}
