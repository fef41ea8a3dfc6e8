package dev.kontor.customers.administrators;

import dev.kontor.platform.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What other services ask about who sees what. */
@Path("/internal/administrators")
class InternalAdministratorResource {

    private final AdministratorService administrators;

    InternalAdministratorResource(AdministratorService administrators) {
        this.administrators = administrators;
    }

    @GET
    @Path("/{partnerId}/{subject}")
    @RolesAllowed("internal")
    @Operation(hidden = true)
    public AdministratorState get(@RestPath UUID partnerId, @RestPath String subject) {
        return administrators.state(partnerId, subject).orElseThrow(Problems::notFound);
    }
}
