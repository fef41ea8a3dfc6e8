package dev.kontor.gateway;

import dev.kontor.gateway.consent.Attempt;
import dev.kontor.gateway.consent.CustomerId;
import dev.kontor.gateway.consent.Standing;
import dev.kontor.gateway.consent.Standings;
import dev.kontor.gateway.limits.Allowance;
import dev.kontor.gateway.partnerapi.PartnerApi;
import dev.kontor.gateway.policy.Grant;
import dev.kontor.gateway.policy.Kind;
import dev.kontor.gateway.policy.Principal;
import dev.kontor.gateway.policy.Route;
import dev.kontor.gateway.policy.RouteMatch;
import dev.kontor.gateway.proxy.RequestTarget;
import dev.kontor.gateway.proxy.Trace;
import dev.kontor.gateway.requests.FinishedRequest;
import dev.kontor.gateway.tokens.AccessToken;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One request on its way through the gateway, and what is known of it so far. */
final class Call {

    /** What proxies have long written where a caller did not wait for the end. */
    private static final int BROKEN_OFF = 499;

    final HttpServerRequest request;
    final Trace trace;
    final String from;
    private final long startedAt = System.nanoTime();
    RequestTarget target;
    RouteMatch match;
    Principal principal;
    /** The token it came with; null where there was none. */
    AccessToken token;
    /** What holds of the caller, and of its partner. */
    Standing standing = Standing.UNKNOWN;

    Grant grant;
    Allowance allowance;
    /** For whom it counts as under way; null where it does not. */
    Principal counted;

    private boolean over;

    /** @param from the caller's address */
    Call(HttpServerRequest request, String from) {
        this.request = request;
        this.from = from;
        this.trace = Trace.of(request.getHeader(Trace.HEADER));
    }

    /** There is nobody any more who could be answered, or the answer is given. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** The route; only after the request was matched to one. */
    Route route() {
        return found().route();
    }

    /**
     * How old what is known of its caller may be where nobody can say more: nothing that writes, or acts in somebody else's
     * account, goes on by it. Only usage does, however old: it must not be lost to an outage, and counts once.
     */
    Duration lastKnown() {
        if (principal.kind() == Kind.REPORTER) {
            return Standings.HOWEVER_OLD;
        }
        var reads = request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        var entersAccount = principal.kind() == Kind.LAUNCHED
                || (principal.kind() == Kind.PARTNER
                        && match instanceof RouteMatch.Found found
                        && found.route().customerPlane());
        return reads && !entersAccount ? Standings.LAST_KNOWN : Duration.ZERO;
    }

    /** The methods its path has; none where there is no such path. */
    Set<String> methods() {
        return match instanceof RouteMatch.OtherMethods known ? known.allowed() : Set.of();
    }

    /** Whether it is said in the words of the vendor's own partner API, and answered in them. */
    boolean isForeign() {
        return PartnerApi.isForeign(path());
    }

    /** The route, or null where the request means none. */
    Route matched() {
        return match instanceof RouteMatch.Found found ? found.route() : null;
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

    /** A parameter of its query. */
    Optional<String> queried(String name) {
        return target.query() == null
                ? Optional.empty()
                : Arrays.stream(target.query().split("&"))
                        .filter(pair -> pair.startsWith(name + "="))
                        .map(pair -> pair.substring(name.length() + 1))
                        .findFirst();
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

    /** What is kept of it, once it is over; an answer that never came to its end has the status that says so. */
    FinishedRequest finished() {
        var response = request.response();
        return new FinishedRequest(
                request.method().name(),
                path(),
                routeName(),
                response.ended() ? response.getStatusCode() : BROKEN_OFF,
                System.nanoTime() - startedAt,
                response.bytesWritten(),
                from,
                principal == null ? null : principal.kind().claim(),
                principal == null ? null : principal.partnerId(),
                trace.id());
    }

    private RouteMatch.Found found() {
        return (RouteMatch.Found) match;
    }
}
