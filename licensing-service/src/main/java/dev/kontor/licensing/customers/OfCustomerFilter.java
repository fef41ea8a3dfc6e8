package dev.kontor.licensing.customers;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What {@link OfCustomer} says. */
class OfCustomerFilter {

    private final KnownCustomers customers;
    private final Caller caller;

    OfCustomerFilter(KnownCustomers customers, Caller caller) {
        this.customers = customers;
        this.caller = caller;
    }

    @OfCustomer
    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var program =
                resource.getResourceMethod().getAnnotation(OfCustomer.class).program();
        if (!program.isEmpty() && !caller.programs().contains(program)) {
            throw Problem.of(403, "program-required", program).with("program", program);
        }
        customers.require(id(request.getUriInfo().getPathParameters().getFirst("id")));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problems.notFound();
        }
    }
}
