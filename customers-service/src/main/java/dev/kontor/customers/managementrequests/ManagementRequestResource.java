package dev.kontor.customers.managementrequests;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Refuses;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Choice;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/management-requests")
@Tag(name = "Management requests")
class ManagementRequestResource {

    private final ManagementRequestService requests;
    private final Caller caller;

    ManagementRequestResource(ManagementRequestService requests, Caller caller) {
        this.requests = requests;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("assistance:request")
    @Refuses({
        CustomersProblem.ALREADY_CONNECTED,
        CustomersProblem.MANAGEMENT_REQUEST_OPEN,
        CustomersProblem.ACCOUNT_KEY_UNKNOWN
    })
    @Operation(
            operationId = "createManagementRequest",
            summary = "Ask a customer for permission to manage it",
            description =
                    "Needs the account key that the customer's administrator gave to the partner. A request stays open for 30 days.")
    @APIResponse(
            responseCode = "201",
            description = "Requested; the customer's administrator decides",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestView.class)))
    public Response ask(@Valid @NotNull AskToManage question) {
        return Response.status(Response.Status.CREATED)
                .entity(requests.ask(caller.partnerId(), caller.subject(), question))
                .build();
    }

    @GET
    @RolesAllowed({"customers:read", "customer-admin"})
    @Operation(
            operationId = "listManagementRequests",
            summary = "List management requests: a partner's sent ones, a customer's received ones",
            description = "Newest first.")
    @APIResponse(responseCode = "200", description = "A page of requests")
    public RestResponse<Page<RequestView>> list(
            @RestQuery @Parameter(schema = @Schema(implementation = RequestState.class)) String state,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        return Pages.ok(
                uri,
                requests.list(
                        Choice.of("state", state, RequestState.class),
                        PageRequest.of(limit, cursor, "id", state).counting(count)));
    }

    @POST
    @Path("/{requestId}/approve")
    @RolesAllowed("customer-admin")
    @Refuses({CustomersProblem.ALREADY_CONNECTED, CustomersProblem.MANAGEMENT_REQUEST_CLOSED})
    @Operation(operationId = "approveManagementRequest", summary = "Approve a partner's request")
    @APIResponse(
            responseCode = "200",
            description =
                    "Approved: the customer is connected to the partner; Partner Assistance stays off until it is switched on")
    public RequestView approve(@RestPath UUID requestId) {
        return requests.approve(requestId, caller.subject());
    }

    @POST
    @Path("/{requestId}/decline")
    @RolesAllowed("customer-admin")
    @Refuses(CustomersProblem.MANAGEMENT_REQUEST_CLOSED)
    @Operation(operationId = "declineManagementRequest", summary = "Decline a partner's request")
    @APIResponse(responseCode = "200", description = "Declined")
    public RequestView decline(@RestPath UUID requestId) {
        return requests.decline(requestId);
    }

    @POST
    @Path("/{requestId}/withdraw")
    @RolesAllowed("assistance:request")
    @Refuses(CustomersProblem.MANAGEMENT_REQUEST_CLOSED)
    @Operation(operationId = "withdrawManagementRequest", summary = "Withdraw a request")
    @APIResponse(responseCode = "200", description = "Withdrawn")
    public RequestView withdraw(@RestPath UUID requestId) {
        return requests.withdraw(requestId);
    }
}
