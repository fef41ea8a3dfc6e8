package dev.kontor.customers.logos;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Refuses;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.document.RefusesCommonly;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/partner/logo")
@Tag(name = "Logos")
class PartnerLogoResource {

    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";

    private final LogoService logos;
    private final LogoReader reader;
    private final Caller caller;

    PartnerLogoResource(LogoService logos, LogoReader reader, Caller caller) {
        this.logos = logos;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Produces(PNG)
    @RolesAllowed("branding:manage")
    @Tagged
    @RefusesCommonly(CommonProblem.NOT_FOUND)
    @Operation(operationId = "getPartnerLogo", summary = "Read the partner's logo")
    @APIResponse(responseCode = "200", description = "The image")
    public Response getOwn(@Context HttpHeaders headers) {
        return LogoResource.image(logos.ofPartner(caller.partnerId()), headers);
    }

    @PUT
    @Consumes({PNG, JPEG})
    @RolesAllowed("branding:manage")
    @Refuses(CustomersProblem.LOGO_INVALID)
    @Operation(operationId = "putPartnerLogo", summary = "Set the partner's logo: PNG or JPEG, at most 1 MiB")
    @APIResponse(responseCode = "204", description = "Set")
    public void putOwn(byte[] image) {
        logos.putPartners(caller.partnerId(), reader.read(image));
    }

    @DELETE
    @RolesAllowed("branding:manage")
    @RefusesCommonly(CommonProblem.NOT_FOUND)
    @Operation(operationId = "deletePartnerLogo", summary = "Remove the partner's logo")
    @APIResponse(responseCode = "204", description = "Removed")
    public void deleteOwn() {
        logos.removePartners(caller.partnerId());
    }
}
