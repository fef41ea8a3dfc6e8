package dev.kontor.customers.disconnects;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Refuses;
import dev.kontor.customers.eligibility.DisconnectEligibility;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.document.RefusesCommonly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/customers/{id}/disconnect")
@Tag(name = "Customers")
class DisconnectResource {

    private final Disconnects disconnects;
    private final Caller caller;

    DisconnectResource(Disconnects disconnects, Caller caller) {
        this.disconnects = disconnects;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("customers:disconnect")
    @Refuses({
        CustomersProblem.ACTIVE_LICENSE,
        CustomersProblem.REACTIVATION_WINDOW,
        CustomersProblem.MANAGED_ORDER_READ_ONLY
    })
    @RefusesCommonly(CommonProblem.PROGRAM_REQUIRED)
    @Operation(
            operationId = "disconnectCustomer",
            summary = "Disconnect a customer from the partner",
            description =
                    "Takes effect at once, or for a monthly account on the first day of the next month (UTC). A repeat answers with the existing schedule.")
    @APIResponse(
            responseCode = "200",
            description = "Done: the vendor manages the customer now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Disconnected.class)))
    @APIResponse(
            responseCode = "202",
            description = "Scheduled; can be cancelled until then",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Disconnected.class)))
    public Response disconnect(@RestPath UUID id) {
        var outcome = disconnects.disconnectOnce(id, Requester.of(caller));
        return Response.status(
                        outcome.mode() == DisconnectEligibility.Mode.IMMEDIATE
                                ? Response.Status.OK
                                : Response.Status.ACCEPTED)
                .entity(outcome)
                .build();
    }

    @DELETE
    @RolesAllowed("customers:disconnect")
    @Operation(operationId = "takeBackDisconnect", summary = "Cancel a scheduled disconnect")
    @APIResponse(responseCode = "204", description = "Cancelled: the customer stays with the partner")
    public void takeBack(@RestPath UUID id) {
        disconnects.takeBack(id, Requester.of(caller));
    }
}
