package dev.kontor.licensing.keys;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/license-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "License keys", description = "Keys that are redeemed for term licences")
class LicenseKeyResource {

    private final LicenseKeys keys;

    LicenseKeyResource(LicenseKeys keys) {
        this.keys = keys;
    }

    @POST
    @RolesAllowed("vendor-operator")
    @Operation(
            operationId = "issueLicenseKey",
            summary = "Issue a licence key",
            description =
                    "The key is shown only in this answer; only its hash is stored. A repeat with the same Idempotency-Key is refused and issues no second key.")
    @APIResponse(
            responseCode = "201",
            description = "The key",
            content = @Content(schema = @Schema(implementation = IssuedKey.class)))
    public Response issue(@NotNull @Valid IssueKey wanted) {
        return Response.status(201).entity(keys.issue(wanted)).build();
    }
}
