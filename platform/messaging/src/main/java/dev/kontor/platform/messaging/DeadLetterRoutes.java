package dev.kontor.platform.messaging;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.Logger;

/** {@code GET /dead-letters} and {@code POST /dead-letters/{id}/replay}, on the management port only. */
@ApplicationScoped
class DeadLetterRoutes {

    private static final Logger LOG = Logger.getLogger(DeadLetterRoutes.class);

    private final DeadLetters letters;

    DeadLetterRoutes(DeadLetters letters) {
        this.letters = letters;
    }

    void register(@Observes ManagementInterface management) {
        management.router().get("/dead-letters").blockingHandler(request -> request.json(letters.list()));
        management.router().post("/dead-letters/:id/replay").blockingHandler(this::replay);
    }

    private void replay(RoutingContext request) {
        try {
            var done = letters.replay(UUID.fromString(request.pathParam("id")));
            request.response().setStatusCode(done ? 204 : 404).end();
        } catch (IllegalArgumentException e) {
            request.response().setStatusCode(404).end();
        } catch (RuntimeException e) {
            LOG.warn("A dead letter could still not be taken in", e);
            request.response().setStatusCode(409).end();
        }
    }
}
