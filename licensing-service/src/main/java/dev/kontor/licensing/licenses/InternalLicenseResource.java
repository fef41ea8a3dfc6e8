package dev.kontor.licensing.licenses;

import dev.kontor.platform.copies.OfCustomer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** A customer's licences for other services, as the event says them. */
@Path("/internal/customers/{id}/licenses")
class InternalLicenseResource {

    private final CurrentLicenses licenses;

    InternalLicenseResource(CurrentLicenses licenses) {
        this.licenses = licenses;
    }

    @GET
    @OfCustomer
    @RolesAllowed("internal")
    @Operation(hidden = true)
    public LicensesState ofCustomer(@RestPath UUID id) {
        return licenses.ofCustomer(id);
    }
}
