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
        var account =
                customers.require(id(request.getUriInfo().getPathParameters().getFirst("id")));
        if (account == AccountType.MANAGED_ORDER && !seesManaged()) {
            // Managed rows show only in the program (domain.md rule 1), here as in the list of customers.
            throw Problems.notFound();
        }
    }

    private boolean seesManaged() {
        return caller.kind() == Caller.Kind.SERVICE || caller.programs().contains("msp-flex-connect");
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problems.notFound();
        }
    }
}
