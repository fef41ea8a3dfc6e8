package dev.kontor.customers.partners;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What other services ask of partners. */
@Path("/internal/partners")
class InternalPartnerResource {

    private final PartnerService partners;

    InternalPartnerResource(PartnerService partners) {
        this.partners = partners;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("internal")
    @Operation(hidden = true)
    public PartnerState get(@RestPath UUID id) {
        return partners.state(id);
    }
}
