package dev.kontor.reporting.copies;

import dev.kontor.platform.web.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What {@link OfCustomer} says. */
class OfCustomerFilter {

    private final KnownCustomers customers;
    private final PartnerAssistance assistance;

    OfCustomerFilter(KnownCustomers customers, PartnerAssistance assistance) {
        this.customers = customers;
        this.assistance = assistance;
    }

    @OfCustomer
    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        UUID id = id(request.getUriInfo().getPathParameters().getFirst("id"));
        if (resource.getResourceMethod().getAnnotation(OfCustomer.class).newest()) {
            customers.refresh(id);
        }
        if (!assistance.isKnown(id)) {
            customers.require(id);
            assistance.require(id);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problems.notFound();
        }
    }
}
