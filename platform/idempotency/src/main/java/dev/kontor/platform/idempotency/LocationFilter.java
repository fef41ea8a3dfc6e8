package dev.kontor.platform.idempotency;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Notes where a request's result is found, if its answer was not kept: whoever repeats it is told so. */
class LocationFilter {

    private final IdempotencyKeys keys;

    LocationFilter(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @ServerResponseFilter
    public void note(ContainerResponseContext response, RoutingContext routing) {
        IdempotencyKeys.Id notKept = routing.get(IdempotencyInterceptor.NOT_KEPT);
        var location = response.getHeaderString(HttpHeaders.LOCATION);
        if (notKept != null && location != null) {
            // It may name this service by its own address.
            keys.locate(notKept, URI.create(location).getRawPath());
        }
    }
}
