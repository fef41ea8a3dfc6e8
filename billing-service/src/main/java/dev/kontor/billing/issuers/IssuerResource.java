package dev.kontor.billing.issuers;

import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/issuers/{id}")
@Tag(name = "Invoices")
class IssuerResource {

    private final IssuerService service;
    private final EntityTags tags;

    IssuerResource(IssuerService service, EntityTags tags) {
        this.service = service;
        this.tags = tags;
    }

    @GET
    @RolesAllowed("vendor-operator")
    @Tagged
    @Operation(operationId = "getIssuer", summary = "Read who issues invoices")
    @APIResponse(
            responseCode = "200",
            description = "The issuer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IssuerView.class)))
    public Response get(@RestPath String id, @Context HttpHeaders headers) {
        var view = service.find(id);
        return tags.ok(headers, view.version(), view);
    }

    @PUT
    @RolesAllowed("vendor-operator")
    @Tagged(guarded = true)
    @Operation(
            operationId = "putIssuer",
            summary = "Create or change an issuer",
            description =
                    "A partner's invoices are issued by the issuer named in its invoicing data, else by the one whose `countryCode` is the partner's region, else by `default`. Issued documents keep what the issuer said when they were made. The numbers of `series` run without a gap for each year; a series belongs to one issuer for good.")
    @APIResponse(
            responseCode = "200",
            description = "The issuer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IssuerView.class)))
    public Response put(
            @RestPath @Pattern(regexp = IssuerService.ID) String id,
            @NotNull @Valid IssuerData body,
            @Context HttpHeaders headers) {
        var view = service.put(id, body, version -> tags.requireMatch(headers, version));
        return tags.changed(view.version(), view);
    }
}
