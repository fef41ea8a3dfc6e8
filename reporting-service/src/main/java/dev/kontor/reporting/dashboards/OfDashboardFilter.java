package dev.kontor.reporting.dashboards;

import dev.kontor.platform.copies.OfCustomer;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Below a dashboard that the customer does not have it answers 404, before its input is read (domain.md, "Order of refusals"). */
class OfDashboardFilter {

    /** The customer is known and consents. */
    private static final int AFTER_ITS_CUSTOMER = Priorities.USER + 1;

    private final Dashboards dashboards;

    OfDashboardFilter(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @OfCustomer
    @ServerRequestFilter(priority = AFTER_ITS_CUSTOMER)
    public void check(ContainerRequestContext request) {
        var path = request.getUriInfo().getPathParameters();
        var dashboard = path.getFirst("dashboardId");
        if (dashboard != null) {
            dashboards.require(UUID.fromString(path.getFirst("id")), dashboard);
        }
    }
}
