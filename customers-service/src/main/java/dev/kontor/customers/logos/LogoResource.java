package dev.kontor.customers.logos;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Refuses;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/customers/{id}/logo")
@Tag(name = "Logos")
class LogoResource {

    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";

    private final LogoService logos;
    private final LogoReader reader;

    LogoResource(LogoService logos, LogoReader reader) {
        this.logos = logos;
        this.reader = reader;
    }

    @GET
    @Produces(PNG)
    @RolesAllowed({"branding:manage", "customer-admin"})
    @Tagged
    @Operation(operationId = "getCustomerLogo", summary = "Read a customer's logo")
    @APIResponse(responseCode = "200", description = "The image")
    public Response get(@RestPath UUID id, @Context HttpHeaders headers) {
        return image(logos.ofCustomer(id), headers);
    }

    @PUT
    @Consumes({PNG, JPEG})
    @RolesAllowed({"branding:manage", "customer-admin"})
    @Refuses(CustomersProblem.LOGO_INVALID)
    @Operation(operationId = "putCustomerLogo", summary = "Set a customer's logo: PNG or JPEG, at most 1 MiB")
    @APIResponse(responseCode = "204", description = "Set")
    public void put(@RestPath UUID id, byte[] image) {
        logos.requireCustomer(id);
        logos.putCustomers(id, reader.read(image));
    }

    @DELETE
    @RolesAllowed({"branding:manage", "customer-admin"})
    @Operation(operationId = "deleteCustomerLogo", summary = "Remove a customer's logo")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@RestPath UUID id) {
        logos.removeCustomers(id);
    }

    static Response image(LogoImage logo, HttpHeaders headers) {
        var tag = "\"" + logo.hash() + "\"";
        if (tag.equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return Response.ok(logo.png()).header(HttpHeaders.ETAG, tag).build();
    }
}
