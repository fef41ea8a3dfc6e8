package dev.kontor.customers.administrators;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Refuses;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/administrators")
@Tag(name = "Administrators")
class AdministratorResource {

    private static final String SUBJECT = "[A-Za-z0-9._@:-]{1,128}";

    private final AdministratorService administrators;
    private final Caller caller;

    AdministratorResource(AdministratorService administrators, Caller caller) {
        this.administrators = administrators;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("groups:manage")
    @Operation(operationId = "listAdministrators", summary = "List administrators by subject")
    @APIResponse(responseCode = "200", description = "A page of administrators")
    public RestResponse<Page<AdministratorView>> list(
            @RestQuery Integer limit, @RestQuery String cursor, @RestQuery boolean count, @Context UriInfo uri) {
        var page = PageRequest.of(limit, cursor, "administrators").counting(count);
        return Pages.ok(uri, administrators.list(caller.partnerId(), page));
    }

    @GET
    @Path("/{subject}")
    @RolesAllowed("groups:manage")
    @Operation(operationId = "getAdministrator", summary = "Read which customers an administrator can see")
    @APIResponse(responseCode = "200", description = "The administrator")
    public AdministratorView get(@RestPath @Pattern(regexp = SUBJECT) String subject) {
        return administrators.get(caller.partnerId(), subject);
    }

    @PUT
    @Path("/{subject}")
    @RolesAllowed("groups:manage")
    @Refuses(CustomersProblem.TOO_MANY_ADMINISTRATORS)
    @Operation(operationId = "putAdministrator", summary = "Set which customers an administrator can see")
    @APIResponse(responseCode = "200", description = "The administrator after the change")
    public AdministratorView put(
            @RestPath @Pattern(regexp = SUBJECT) String subject, @Valid @NotNull Assignment assignment) {
        return administrators.put(caller.partnerId(), subject, assignment);
    }
}
