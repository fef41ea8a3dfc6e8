package dev.kontor.customers.access;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/administrators/{subject}/end-sessions")
@Tag(name = "Administrators")
class EndSessionsResource {

    private final AccessService access;
    private final WhosePartner partner;

    EndSessionsResource(AccessService access, WhosePartner partner) {
        this.access = access;
        this.partner = partner;
    }

    @POST
    @RolesAllowed({"groups:manage", "vendor-operator"})
    @Refuses(CustomersProblem.SUBJECT_QUOTA_REACHED)
    @Operation(
            operationId = "endAdministratorSessions",
            summary = "End the sessions of an administrator or automation client",
            description = "Tokens issued until now are refused, and launched sessions, event streams and jobs end.")
    @APIResponse(responseCode = "200", description = "The access after the change")
    public AccessView end(
            @RestPath @Pattern(regexp = AccessResource.SUBJECT) String subject,
            @Parameter(description = WhosePartner.PARAMETER) @RestQuery UUID partnerId) {
        return access.endSessions(partner.of(partnerId), subject).awaited();
    }
}
