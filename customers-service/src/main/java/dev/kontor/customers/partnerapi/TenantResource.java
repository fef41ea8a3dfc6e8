package dev.kontor.customers.partnerapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.foreign.Fields;
import dev.kontor.platform.web.foreign.Parameters;
import dev.kontor.platform.web.foreign.PassesOverUnknown;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** In the document of its own, {@code openapi-partner-v1.yaml} of the gateway. */
@Path("/partner/v1/tenants")
@PassesOverUnknown
class TenantResource {

    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 100;
    private static final int LAST_PAGE = 1_000_000;
    private static final String ALWAYS = "id";

    private final TenantService tenants;
    private final NewTenants creating;
    private final ObjectMapper mapper;

    TenantResource(TenantService tenants, NewTenants creating, ObjectMapper mapper) {
        this.tenants = tenants;
        this.creating = creating;
        this.mapper = mapper;
    }

    @GET
    @RolesAllowed("customers:read")
    @Operation(hidden = true)
    public TenantPage list(
            @RestQuery Integer page,
            @RestQuery Integer pageSize,
            @RestQuery String pageTotal,
            @RestQuery String fields) {
        int current = Parameters.number("page", page, 1, LAST_PAGE);
        int size = Parameters.number("pageSize", pageSize, DEFAULT_SIZE, MAX_SIZE);
        var part = tenants.page(current, size, Parameters.flag("pageTotal", pageTotal));
        var pages = TenantPage.Pages.of(current, size, MAX_SIZE);
        return new TenantPage(
                Fields.of(fields).of(part.tenants(), ALWAYS, mapper),
                part.total() == null ? pages : pages.counting(part.total()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("customers:read")
    @Operation(hidden = true)
    public ObjectNode get(@RestPath UUID id, @RestQuery String fields) {
        return Fields.of(fields).of(tenants.get(id), ALWAYS, mapper);
    }

    @POST
    @RolesAllowed("customers:create")
    @Operation(hidden = true)
    public RestResponse<Tenant> create(CreateTenant wanted, @HeaderParam("Idempotency-Key") String key) {
        if (wanted == null) {
            throw Problems.malformedJson();
        }
        var id = creating.create(wanted, key != null);
        return RestResponse.status(RestResponse.Status.CREATED, tenants.get(id).active());
    }
}
