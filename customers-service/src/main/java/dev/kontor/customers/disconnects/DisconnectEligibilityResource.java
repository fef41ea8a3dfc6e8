package dev.kontor.customers.disconnects;

import dev.kontor.customers.eligibility.DisconnectEligibility;
import dev.kontor.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/customers/{id}/disconnect-eligibility")
@Tag(name = "Customers")
class DisconnectEligibilityResource {

    private final Disconnects disconnects;
    private final Caller caller;

    DisconnectEligibilityResource(Disconnects disconnects, Caller caller) {
        this.disconnects = disconnects;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("customers:read")
    @Operation(
            operationId = "getDisconnectEligibility",
            summary = "Check whether and when a customer can be disconnected",
            description =
                    "The answer is about the account and does not depend on the caller; disconnecting also requires the permission `customers:disconnect`. Each reason is a problem code.")
    @APIResponse(
            responseCode = "200",
            description = "Whether the customer can be disconnected, how, and from which day")
    public DisconnectEligibility get(@RestPath UUID id) {
        return disconnects.eligibility(id, Requester.of(caller));
    }
}
