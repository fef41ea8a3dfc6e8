package dev.kontor.billing.intake;

import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/usage-quarantine")
@Tag(name = "Usage")
class UsageQuarantineResource {

    private final QuarantineService service;

    UsageQuarantineResource(QuarantineService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed("vendor-operator")
    @Operation(operationId = "listQuarantinedUsage", summary = "List quarantined usage records and device observations")
    @APIResponse(responseCode = "200", description = "A page of quarantined events, oldest first")
    public RestResponse<Page<QuarantinedView>> list(
            @RestQuery Integer limit, @RestQuery String cursor, @RestQuery boolean count, @Context UriInfo uri) {
        return Pages.ok(
                uri,
                service.page(PageRequest.of(limit, cursor, "usage-quarantine").counting(count)));
    }

    @POST
    @Path("/replay")
    @RolesAllowed("vendor-operator")
    @Operation(
            operationId = "replayQuarantinedUsage",
            summary = "Evaluate all quarantined events again",
            description =
                    "An event is also evaluated again automatically as soon as its customer or product becomes known.")
    @APIResponse(responseCode = "200", description = "The outcome")
    public ReplayView replay() {
        service.ask(service.unknown());
        return service.replayAll();
    }
}
