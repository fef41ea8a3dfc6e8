package dev.kontor.platform.security.passports;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problems;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps other services to {@code /internal}, also where a resource wants no more than any passport. */
public final class InternalPaths {

    private static final String INTERNAL = "/internal/";

    private final Caller caller;

    InternalPaths(Caller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void check(ContainerRequestContext request) {
        if (caller.kind() == Caller.Kind.SERVICE
                && !request.getUriInfo().getPath().startsWith(INTERNAL)) {
            throw Problems.roleRequired();
        }
    }
}
