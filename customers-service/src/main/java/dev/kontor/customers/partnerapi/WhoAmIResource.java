package dev.kontor.customers.partnerapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.foreign.PassesOverUnknown;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who is calling, and where the API is; here and not at the gateway, since it needs the customer's region. */
@Path("/whoami/v1")
@PassesOverUnknown
class WhoAmIResource {

    private final TenantService tenants;
    private final Regions regions;
    private final Caller caller;

    WhoAmIResource(TenantService tenants, Regions regions, Caller caller) {
        this.tenants = tenants;
        this.regions = regions;
        this.caller = caller;
    }

    /** Partners have the global address alone. */
    record WhoAmI(UUID id, String idType, ApiHosts apiHosts) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApiHosts(String global, String dataRegion) {}

    @GET
    @Authenticated
    @Operation(hidden = true)
    public WhoAmI whoAmI() {
        return switch (caller.kind()) {
            case PARTNER -> new WhoAmI(caller.partnerId(), "partner", new ApiHosts(regions.globalHost(), null));
            case LAUNCHED, CUSTOMER -> {
                var place = regions.of(tenants.country(caller.customerId()));
                yield new WhoAmI(
                        caller.customerId(), "tenant", new ApiHosts(regions.globalHost(), regions.hostOf(place)));
            }
            case OPERATOR, REPORTER, SERVICE, ANONYMOUS -> throw Problems.roleRequired();
        };
    }
}
