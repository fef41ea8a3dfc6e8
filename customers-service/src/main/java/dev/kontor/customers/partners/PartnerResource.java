package dev.kontor.customers.partners;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.MergePatch;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.document.Located;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/partners")
@Tag(name = "Partners")
class PartnerResource {

    private final PartnerService partners;
    private final EntityTags tags;

    PartnerResource(PartnerService partners, EntityTags tags) {
        this.partners = partners;
        this.tags = tags;
    }

    @POST
    @RolesAllowed("vendor-operator")
    @Tagged
    @Located
    @Operation(operationId = "createPartner", summary = "Create a partner")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnerView.class)))
    public Response create(@Valid @NotNull EditablePartner data) {
        var created = partners.create(data);
        return Response.created(URI.create("/v1/partners/" + created.partner().id()))
                .header(HttpHeaders.ETAG, tags.tag(created.version(), created.partner()))
                .entity(created.partner())
                .build();
    }

    @GET
    @RolesAllowed("vendor-operator")
    @Operation(operationId = "listPartners", summary = "List partners by name")
    @APIResponse(responseCode = "200", description = "A page of partners")
    public RestResponse<Page<PartnerView>> list(
            @RestQuery Integer limit, @RestQuery String cursor, @RestQuery boolean count, @Context UriInfo uri) {
        return Pages.ok(
                uri, partners.list(PageRequest.of(limit, cursor, "partners").counting(count)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("vendor-operator")
    @Tagged
    @Operation(operationId = "getPartner", summary = "Read a partner")
    @APIResponse(
            responseCode = "200",
            description = "The partner",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnerView.class)))
    public Response get(@RestPath UUID id, @Context HttpHeaders headers) {
        var found = partners.get(id);
        return tags.ok(headers, found.version(), found.partner());
    }

    @POST
    @Path("/{id}/suspend")
    @RolesAllowed("vendor-operator")
    @Tagged
    @Operation(
            operationId = "suspendPartner",
            summary = "Suspend a partner",
            description =
                    "It can still read itself, its statements and its invoices. Its customers' administrators are not"
                            + " affected, and its usage is still taken and billed.")
    @APIResponse(
            responseCode = "200",
            description = "The partner, suspended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnerView.class)))
    public Response suspend(@RestPath UUID id, @Valid @NotNull SuspendPartner wanted) {
        var suspended = partners.suspend(id, wanted).awaited();
        return tags.changed(suspended.version(), suspended.partner());
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed("vendor-operator")
    @Tagged
    @Operation(operationId = "resumePartner", summary = "End a partner's suspension")
    @APIResponse(
            responseCode = "200",
            description = "The partner, active",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnerView.class)))
    public Response resume(@RestPath UUID id, @Valid ResumePartner wanted) {
        var resumed = partners.resume(id, wanted == null ? new ResumePartner(null) : wanted)
                .awaited();
        return tags.changed(resumed.version(), resumed.partner());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("vendor-operator")
    @Operation(operationId = "updatePartner", summary = "Change a partner")
    @APIResponse(
            responseCode = "200",
            description = "The partner after the change",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnerView.class)))
    public Response change(
            @RestPath UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = EditablePartner.class))) JsonNode patch,
            @Context HttpHeaders headers) {
        var changed = partners.change(id, patch, version -> tags.requireMatch(headers, version));
        return tags.changed(changed.version(), changed.partner());
    }
}
