package dev.kontor.customers.partners;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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

@Path("/v1/partner")
@Tag(name = "Partners")
class OwnPartnerResource {

    private final PartnerService partners;
    private final EntityTags tags;
    private final Caller caller;

    OwnPartnerResource(PartnerService partners, EntityTags tags, Caller caller) {
        this.partners = partners;
        this.tags = tags;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("customers:read")
    @Tagged
    @Operation(operationId = "getOwnPartner", summary = "Read the caller's own partner")
    @APIResponse(
            responseCode = "200",
            description = "The partner",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnerView.class)))
    public Response own(@Context HttpHeaders headers) {
        var found = partners.get(caller.partnerId());
        return tags.ok(headers, found.version(), found.partner());
    }
}
