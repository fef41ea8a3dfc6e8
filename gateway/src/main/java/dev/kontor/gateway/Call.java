package dev.kontor.gateway;

import dev.kontor.gateway.consent.Attempt;
import dev.kontor.gateway.consent.CustomerId;
import dev.kontor.gateway.policy.Grant;
import dev.kontor.gateway.policy.Principal;
import dev.kontor.gateway.policy.Route;
import dev.kontor.gateway.policy.RouteMatch;
import dev.kontor.gateway.proxy.RequestTarget;
import dev.kontor.gateway.proxy.Trace;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.UUID;

/** One request on its way through the gateway, and what is known of it so far. */
final class Call {

    final HttpServerRequest request;
    final Trace trace;
    RequestTarget target;
    RouteMatch match;
    Principal principal;
    Grant grant;

    Call(HttpServerRequest request) {
        this.request = request;
        this.trace = Trace.of(request.getHeader(Trace.HEADER));
    }

    /** The route; only after the request was matched to one. */
    Route route() {
        return found().route();
    }

    /** What metrics call it: the route, or that there was none. */
    String routeName() {
        return match instanceof RouteMatch.Found found ? found.route().name() : "none";
    }

    String segment(int index) {
        return found().segments().get(index);
    }

    /** The id of the customer or export in the path; empty where it is not written as one. */
    Optional<UUID> idInPath() {
        return Optional.ofNullable(found().customerSegment()).flatMap(CustomerId::parse);
    }

    Optional<UUID> parameter(String name) {
        int index = route().path().indexOf(name);
        return index < 0 ? Optional.empty() : CustomerId.parse(segment(index));
    }

    Attempt attempt(UUID customer) {
        return new Attempt(principal, customer, request.method() + " " + route().path(), target.path(), trace.id());
    }

    /** The path for a problem's {@code instance}; as it came where it could not be read. */
    String path() {
        if (target != null) {
            return target.path();
        }
        var uri = request.uri();
        int mark = uri.indexOf('?');
        return mark < 0 ? uri : uri.substring(0, mark);
    }

    private RouteMatch.Found found() {
        return (RouteMatch.Found) match;
    }
}
