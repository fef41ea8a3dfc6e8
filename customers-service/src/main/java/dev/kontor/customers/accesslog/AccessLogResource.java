package dev.kontor.customers.accesslog;

import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/customers/{id}/access-log")
@Tag(name = "Access log")
class AccessLogResource {

    private final AccessLog log;
    private final VisibleCustomers customers;

    AccessLogResource(AccessLog log, VisibleCustomers customers) {
        this.log = log;
        this.customers = customers;
    }

    @GET
    @RolesAllowed({"access-log:read", "customer-admin"})
    @Operation(
            operationId = "listAccessLog",
            summary = "List what was done inside the customer's account, newest first")
    @APIResponse(responseCode = "200", description = "A page of entries")
    public RestResponse<Page<AccessEntryView>> list(
            @RestPath UUID id,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        customers.require(id);
        return Pages.ok(
                uri,
                log.newest(id, PageRequest.of(limit, cursor, "access-log", id).counting(count)));
    }

    @GET
    @Path("/verification")
    @RolesAllowed({"access-log:read", "customer-admin"})
    @Operation(operationId = "verifyAccessLog", summary = "Verify the access log's hash chain")
    @APIResponse(responseCode = "200", description = "Whether the chain is intact")
    public AccessLog.Verification verify(@RestPath UUID id) {
        customers.require(id);
        return log.verify(id);
    }
}
