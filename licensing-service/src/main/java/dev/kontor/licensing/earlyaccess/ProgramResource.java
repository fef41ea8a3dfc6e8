package dev.kontor.licensing.earlyaccess;

import dev.kontor.licensing.catalogue.Codes;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/early-access-programs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Early access", description = "Preview programs and the customers enrolled in them")
class ProgramResource {

    private final ProgramCatalogue programs;
    private final EntityTags tags;

    ProgramResource(ProgramCatalogue programs, EntityTags tags) {
        this.programs = programs;
        this.tags = tags;
    }

    @GET
    @RolesAllowed("licenses:read")
    @Operation(operationId = "listEarlyAccessPrograms", summary = "List early access programs by code")
    public RestResponse<Page<ProgramView>> list(
            @RestQuery Integer limit, @RestQuery String cursor, @RestQuery boolean count, @Context UriInfo uri) {
        var request = PageRequest.of(limit, cursor, "early-access-programs").counting(count);
        return Pages.ok(uri, programs.page(request));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("vendor-operator")
    @Tagged(guarded = true)
    @Operation(
            operationId = "putEarlyAccessProgram",
            summary = "Create or change an early access program",
            description = "Enrolled customers stay enrolled when the program is closed or its conditions change.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProgramView.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProgramView.class)))
    public Response put(@RestPath String code, @NotNull @Valid ProgramChange wanted, @Context HttpHeaders headers) {
        Codes.check(code, wanted.code());
        var program = programs.put(code, wanted, version -> tags.requireMatch(headers, version));
        return Response.status(program.created() ? 201 : 200)
                .entity(program.view())
                .header(HttpHeaders.ETAG, tags.tag(program.version(), program.view()))
                .build();
    }
}
