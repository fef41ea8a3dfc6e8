package dev.kontor.customers.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kontor.customers.Vendor;
import dev.kontor.customers.partners.PartnerService;
import dev.kontor.customers.partners.PartnerState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What other services ask of partners, and the gateway of somebody of them. */
@Path("/internal/partners")
class InternalPartnerResource {

    private final PartnerService partners;
    private final AccessService access;

    InternalPartnerResource(PartnerService partners, AccessService access) {
        this.partners = partners;
        this.access = access;
    }

    /**
     * @param access missing where no subject was named, or nothing was ever decided of it there
     * @param everywhere the same of what was decided of it wherever it shows up
     */
    record Answer(
            @JsonUnwrapped PartnerState partner,
            @JsonInclude(JsonInclude.Include.NON_NULL) SubjectAccess access,
            @JsonInclude(JsonInclude.Include.NON_NULL) SubjectAccess everywhere) {}

    @GET
    @Path("/{id}")
    @RolesAllowed("internal")
    @Operation(hidden = true)
    public Answer get(@RestPath UUID id, @RestQuery String subject) {
        return subject == null
                ? new Answer(partners.state(id), null, null)
                : new Answer(partners.state(id), access.state(id, subject), access.state(Vendor.PARTNER_ID, subject));
    }
}
