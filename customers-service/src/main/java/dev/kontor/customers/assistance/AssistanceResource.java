package dev.kontor.customers.assistance;

import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/customers/{id}/partner-assistance")
@Tag(name = "Partner Assistance")
class AssistanceResource {

    private final AssistanceService assistances;

    AssistanceResource(AssistanceService assistances) {
        this.assistances = assistances;
    }

    @GET
    @RolesAllowed({"customers:read", "customer-admin"})
    @Operation(operationId = "getPartnerAssistance", summary = "Read a customer's Partner Assistance")
    @APIResponse(responseCode = "200", description = "The current state")
    public AssistanceView get(@RestPath UUID id) {
        return assistances.get(id);
    }

    @GET
    @Path("/history")
    @RolesAllowed({"customers:read", "customer-admin"})
    @Operation(
            operationId = "listPartnerAssistanceHistory",
            summary = "List changes and requests of Partner Assistance, newest first")
    @APIResponse(responseCode = "200", description = "A page of changes")
    public RestResponse<Page<AssistanceHistory.Line>> history(
            @RestPath UUID id,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        return Pages.ok(
                uri,
                assistances.history(
                        id,
                        PageRequest.of(limit, cursor, "partner-assistance-history", id)
                                .counting(count)));
    }

    @PUT
    @RolesAllowed("customer-admin")
    @Operation(operationId = "putPartnerAssistance", summary = "Switch Partner Assistance on or off")
    @APIResponse(responseCode = "200", description = "The state after the change")
    public AssistanceView put(@RestPath UUID id, @Valid @NotNull SwitchAssistance wanted) {
        var switched = assistances.put(id, wanted);
        // Committed already; the answer waits a moment for the gateway to be able to know. If that is late, the
        // gateway's own heartbeat check covers it.
        switched.told().exceptionally(late -> null).join();
        return switched.view();
    }

    @POST
    @Path("/requests")
    @RolesAllowed("assistance:request")
    @Operation(operationId = "requestPartnerAssistance", summary = "Ask the customer to switch Partner Assistance on")
    @APIResponse(
            responseCode = "202",
            description = "Requested; the customer's administrator decides",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AssistanceView.class)))
    public Response ask(@RestPath UUID id) {
        // A repeat, too, asks whether the caller sees the customer.
        assistances.get(id);
        return Response.accepted(assistances.ask(id)).build();
    }
}
