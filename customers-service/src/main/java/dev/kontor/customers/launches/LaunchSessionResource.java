package dev.kontor.customers.launches;

import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
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

@Path("/v1/customers/{id}/launch-sessions")
@Tag(name = "Launches")
class LaunchSessionResource {

    private final LaunchService launches;

    LaunchSessionResource(LaunchService launches) {
        this.launches = launches;
    }

    @GET
    @RolesAllowed("customer-admin")
    @Operation(
            operationId = "listLaunchSessions",
            summary = "List the partner's sessions in the customer's account, newest first")
    @APIResponse(responseCode = "200", description = "A page of sessions")
    public RestResponse<Page<LaunchSessionView>> sessions(
            @RestPath UUID id,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        return Pages.ok(
                uri,
                launches.sessions(
                        id, PageRequest.of(limit, cursor, "launch-sessions", id).counting(count)));
    }

    @DELETE
    @Path("/{sid}")
    @RolesAllowed("customer-admin")
    @Operation(operationId = "endLaunchSession", summary = "End a session of the partner")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end(@RestPath UUID id, @RestPath UUID sid) {
        launches.end(id, sid);
    }
}
