package dev.kontor.platform.security.shares;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.CommonProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Lets a tenant's calls in by turns, before they get a thread: a partner's, launched sessions included, and a customer's.
 *
 * <p>The turn ends with the work, not with the connection, so going away early brings nobody a further one. A stream would keep
 * its turn for as long as it is read, while it holds no connection of the database; it needs none.
 */
final class OneTenantsShare {

    private final Shares shares;
    private final Caller caller;

    OneTenantsShare(Shares shares, Caller caller) {
        this.shares = shares;
        this.caller = caller;
    }

    /** Before all others: what runs before a thread is given runs first. */
    @ServerRequestFilter(nonBlocking = true, priority = Integer.MIN_VALUE)
    public Uni<Void> waitForATurn(ResourceInfo resource) {
        var tenant = tenant();
        if (tenant == null || streams(resource)) {
            return Uni.createFrom().nullItem();
        }
        var work = CurrentRequestManager.get();
        return Uni.createFrom()
                .completionStage(shares.enter(tenant))
                .invoke(() -> work.registerCompletionCallback(failure -> shares.leave(tenant)))
                .onFailure(TimeoutException.class)
                .transform(late -> CommonProblem.TOO_MANY_CALLS.problem().header("Retry-After", "1"));
    }

    private UUID tenant() {
        var partner = caller.partnerId();
        return partner == null ? caller.customerId() : partner;
    }

    private static boolean streams(ResourceInfo resource) {
        var produces = resource.getResourceMethod().getAnnotation(Produces.class);
        return produces != null && Arrays.asList(produces.value()).contains(MediaType.SERVER_SENT_EVENTS);
    }
}
