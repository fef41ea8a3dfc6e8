package dev.kontor.customers.logos;

import dev.kontor.platform.security.Caller;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1")
@Tag(name = "Logos")
class LogoResource {

    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";

    private final LogoService logos;
    private final Caller caller;

    LogoResource(LogoService logos, Caller caller) {
        this.logos = logos;
        this.caller = caller;
    }

    @GET
    @Path("/customers/{id}/logo")
    @Produces(PNG)
    @RolesAllowed({"branding:manage", "customer-admin"})
    @Operation(operationId = "getCustomerLogo", summary = "Read a customer's logo")
    @APIResponse(responseCode = "200", description = "The image")
    public Response get(@RestPath UUID id, @Context HttpHeaders headers) {
        return image(logos.get(id), headers);
    }

    @PUT
    @Path("/customers/{id}/logo")
    @Consumes({PNG, JPEG})
    @RolesAllowed({"branding:manage", "customer-admin"})
    @Operation(operationId = "putCustomerLogo", summary = "Set a customer's logo: PNG or JPEG, at most 1 MiB")
    @APIResponse(responseCode = "204", description = "Set")
    public void put(@RestPath UUID id, byte[] image) {
        logos.requireCustomer(id);
        logos.putCustomers(id, LogoImage.read(image));
    }

    @DELETE
    @Path("/customers/{id}/logo")
    @RolesAllowed({"branding:manage", "customer-admin"})
    @Operation(operationId = "deleteCustomerLogo", summary = "Remove a customer's logo")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@RestPath UUID id) {
        logos.removeCustomers(id);
    }

    @GET
    @Path("/partner/logo")
    @Produces(PNG)
    @RolesAllowed("branding:manage")
    @Operation(operationId = "getPartnerLogo", summary = "Read the caller's own partner's logo")
    @APIResponse(responseCode = "200", description = "The image")
    public Response getOwn(@Context HttpHeaders headers) {
        return image(logos.get(caller.partnerId()), headers);
    }

    @PUT
    @Path("/partner/logo")
    @Consumes({PNG, JPEG})
    @RolesAllowed("branding:manage")
    @Operation(operationId = "putPartnerLogo", summary = "Set the partner's logo: PNG or JPEG, at most 1 MiB")
    @APIResponse(responseCode = "204", description = "Set")
    public void putOwn(byte[] image) {
        logos.putPartners(caller.partnerId(), LogoImage.read(image));
    }

    @DELETE
    @Path("/partner/logo")
    @RolesAllowed("branding:manage")
    @Operation(operationId = "deletePartnerLogo", summary = "Remove the partner's logo")
    @APIResponse(responseCode = "204", description = "Removed")
    public void deleteOwn() {
        logos.removePartners(caller.partnerId());
    }

    private static Response image(LogoImage logo, HttpHeaders headers) {
        var tag = "\"" + logo.hash() + "\"";
        if (tag.equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return Response.ok(logo.png()).header(HttpHeaders.ETAG, tag).build();
    }
}
