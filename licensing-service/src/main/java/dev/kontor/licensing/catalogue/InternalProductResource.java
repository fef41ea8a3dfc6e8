package dev.kontor.licensing.catalogue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The catalogue for other services, each product as its event says it. */
@Path("/internal/products")
class InternalProductResource {

    private final Catalogue catalogue;

    InternalProductResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @RolesAllowed("internal")
    @Operation(hidden = true)
    public List<ProductState> all() {
        return catalogue.states();
    }
}
