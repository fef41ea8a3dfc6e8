package dev.kontor.customers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.messaging.Relay;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response.Status.Family;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Tells the gateways what they hold in memory: all of them by {@link Topics#CONSENT}, and the one that carried the call by a header of
 * its answer as well, so that it knows before its caller does.
 */
@ApplicationScoped
public class GatewayNews {

    /** A value for each fact: key and state, both as base64url, with a dot between them. The gateway keeps it from its callers. */
    static final String HEADER = "Kontor-News";

    /** In bytes of all values together; a gateway that was told nothing asks. */
    private static final int LONGEST = 4_096;

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Outbox outbox;
    private final Relay relay;
    private final ObjectMapper mapper;
    private final CurrentVertxRequest request;

    GatewayNews(Outbox outbox, Relay relay, ObjectMapper mapper, CurrentVertxRequest request) {
        this.outbox = outbox;
        this.relay = relay;
        this.mapper = mapper;
        this.request = request;
    }

    /** Leaves a fact about {@link Topics#CONSENT}, in the transaction of the change it tells of. */
    public void tell(Fact fact) {
        outbox.append(fact);
        // What came by an event or the clock has no answer to be brought along by.
        if (Arc.container().requestContext().isActive() && request.getCurrent() != null) {
            List<Fact> told = request.getCurrent().get(HEADER, new ArrayList<>());
            told.add(fact);
            request.getCurrent().put(HEADER, told);
        }
    }

    /**
     * Tells it.
     *
     * @return done when every gateway can know
     */
    public CompletableFuture<Void> tellWatched(Fact fact) {
        var told = relay.watch(fact);
        tell(fact);
        return told;
    }

    /** A call that failed changed nothing. */
    @ServerResponseFilter
    void add(ContainerResponseContext response, RoutingContext routing) {
        List<Fact> told = routing.get(HEADER);
        if (told == null || response.getStatusInfo().getFamily() != Family.SUCCESSFUL) {
            return;
        }
        var values = told.stream().map(this::value).toList();
        if (values.stream().mapToInt(String::length).sum() <= LONGEST) {
            values.forEach(value -> response.getHeaders().add(HEADER, value));
        }
    }

    private String value(Fact fact) {
        try {
            return BASE64.encodeToString(fact.key().getBytes(StandardCharsets.UTF_8)) + "."
                    + BASE64.encodeToString(mapper.writeValueAsBytes(fact.state()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
