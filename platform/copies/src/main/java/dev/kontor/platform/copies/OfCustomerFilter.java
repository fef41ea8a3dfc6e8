package dev.kontor.platform.copies;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What {@link OfCustomer} says. */
class OfCustomerFilter {

    private final Instance<CustomerAccess> access;
    private final Caller caller;

    OfCustomerFilter(Instance<CustomerAccess> access, Caller caller) {
        this.access = access;
        this.caller = caller;
    }

    @OfCustomer
    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var wanted = resource.getResourceMethod().getAnnotation(OfCustomer.class);
        if (!wanted.program().isEmpty() && !caller.programs().contains(wanted.program())) {
            throw CommonProblem.PROGRAM_REQUIRED.problem(wanted.program()).with("program", wanted.program());
        }
        var id = id(request.getUriInfo().getPathParameters().getFirst("id"));
        if (wanted.newest()) {
            access.get().refresh(id);
        }
        access.get().require(id);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problems.notFound();
        }
    }
}
