package dev.kontor.licensing.partnerapi;

import dev.kontor.licensing.copies.KnownCustomers;
import dev.kontor.licensing.partnerapi.TenantLicenses.Reference;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.foreign.PassesOverUnknown;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** In the document of its own, {@code openapi-partner-v1.yaml} of the gateway. */
@Path("/licenses/v1/licenses")
@PassesOverUnknown
class TenantLicenseResource {

    private final TenantLicenseRows licenses;
    private final KnownCustomers customers;
    private final Caller caller;

    TenantLicenseResource(TenantLicenseRows licenses, KnownCustomers customers, Caller caller) {
        this.licenses = licenses;
        this.customers = customers;
        this.caller = caller;
    }

    /** The tenant is as the gateway checked it; without it there is none to be seen. */
    @GET
    @RolesAllowed("licenses:read")
    @Operation(hidden = true)
    public TenantLicenses list(@HeaderParam("X-Tenant-ID") UUID tenant) {
        if (tenant == null) {
            throw Problems.notFound();
        }
        customers.require(tenant);
        return new TenantLicenses(new Reference(tenant), new Reference(caller.partnerId()), licenses.of(tenant));
    }
}
