package dev.kontor.customers.accountkeys;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/customers/{id}/account-key")
@Tag(name = "Management requests")
class AccountKeyResource {

    private final AccountKeys keys;

    AccountKeyResource(AccountKeys keys) {
        this.keys = keys;
    }

    @GET
    @RolesAllowed("customer-admin")
    @Operation(operationId = "getAccountKey", summary = "Read a customer's account key")
    @APIResponse(
            responseCode = "200",
            description = "The current key",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AccountKeyView.class)))
    public Response get(@RestPath UUID id) {
        return secret(keys.get(id));
    }

    @POST
    @RolesAllowed("customer-admin")
    @Operation(
            operationId = "rotateAccountKey",
            summary = "Replace a customer's account key",
            description = "The old key stops working at once. Management requests already made with it stay open.")
    @APIResponse(
            responseCode = "200",
            description = "The new key",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AccountKeyView.class)))
    public Response rotate(@RestPath UUID id) {
        return secret(keys.rotate(id));
    }

    private static Response secret(AccountKeyView key) {
        return Response.ok(key).header("Cache-Control", "no-store").build();
    }
}
