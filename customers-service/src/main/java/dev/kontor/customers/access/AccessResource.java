package dev.kontor.customers.access;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/administrators/{subject}/access")
@Tag(name = "Administrators")
class AccessResource {

    static final String SUBJECT = "[A-Za-z0-9._@:-]{1,128}";

    private final AccessService access;
    private final WhosePartner partner;

    AccessResource(AccessService access, WhosePartner partner) {
        this.access = access;
        this.partner = partner;
    }

    @PUT
    @RolesAllowed({"groups:manage", "vendor-operator"})
    @Refuses({CustomersProblem.SELF_BLOCK, CustomersProblem.SUBJECT_QUOTA_REACHED})
    @Operation(
            operationId = "putAdministratorAccess",
            summary = "Block or unblock an administrator or automation client",
            description = "A blocked subject's tokens, launched sessions, event streams and jobs end at once. Nobody"
                    + " blocks itself.")
    @APIResponse(responseCode = "200", description = "The access after the change")
    public AccessView put(
            @RestPath @Pattern(regexp = SUBJECT) String subject,
            @Parameter(description = WhosePartner.PARAMETER) @RestQuery UUID partnerId,
            @Valid @NotNull ChangeAccess wanted) {
        return access.decide(partner.of(partnerId), subject, wanted).awaited();
    }
}
