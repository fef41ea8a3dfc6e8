package dev.kontor.reporting.securitydata;

import dev.kontor.platform.copies.OfCustomer;
import dev.kontor.platform.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/customers/{id}/security-data")
@Tag(name = "Dashboards and reports")
class SecurityDataResource {

    private final SecurityDataIntake intake;

    SecurityDataResource(SecurityDataIntake intake) {
        this.intake = intake;
    }

    @PUT
    @Path("/{source}")
    @RolesAllowed("usage-reporter")
    @OfCustomer
    @Operation(
            operationId = "putSecurityData",
            summary = "Set the figures of a dashboard source",
            description =
                    "Replaces the figures unless they are older than the stored ones. Sending the same figures again changes nothing. The `licenses.*` sources cannot be set: they follow from the licences.")
    public SecurityDataView put(@RestPath UUID id, @RestPath String source, @Valid @NotNull PutSecurityData data) {
        var known = Sources.find(source).filter(s -> Sources.isPosted(s.code())).orElseThrow(Problems::notFound);
        return intake.put(id, known, data);
    }
}
