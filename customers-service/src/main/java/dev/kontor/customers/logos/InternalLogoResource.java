package dev.kontor.customers.logos;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What reporting-service asks: the image behind a hash it was told. */
@Path("/internal/logos")
class InternalLogoResource {

    private final LogoService logos;

    InternalLogoResource(LogoService logos) {
        this.logos = logos;
    }

    @GET
    @Path("/{hash}")
    @Produces("image/png")
    @RolesAllowed("internal")
    @Operation(hidden = true)
    public byte[] get(@RestPath String hash) {
        return logos.byHash(hash).png();
    }
}
