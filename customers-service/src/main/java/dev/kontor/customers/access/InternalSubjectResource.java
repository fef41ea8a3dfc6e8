package dev.kontor.customers.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.customers.Vendor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What the gateway asks of callers who act for no partner. */
@Path("/internal/subjects")
class InternalSubjectResource {

    private final AccessService access;

    InternalSubjectResource(AccessService access) {
        this.access = access;
    }

    /** @param everywhere missing where nothing was ever decided of the subject wherever it shows up */
    record Answer(@JsonInclude(JsonInclude.Include.NON_NULL) SubjectAccess everywhere) {}

    @GET
    @Path("/{subject}")
    @RolesAllowed("internal")
    @Operation(hidden = true)
    public Answer get(@RestPath String subject) {
        return new Answer(access.state(Vendor.PARTNER_ID, subject));
    }
}
