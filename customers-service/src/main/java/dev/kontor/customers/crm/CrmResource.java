package dev.kontor.customers.crm;

import dev.kontor.customers.CrmReason;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.document.RefusesCommonly;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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

@Path("/v1/integrations/crm")
@Tag(name = "Integrations")
class CrmResource {

    private final CrmService crm;
    private final AddressGuard guard;
    private final EntityTags tags;
    private final Caller caller;

    CrmResource(CrmService crm, AddressGuard guard, EntityTags tags, Caller caller) {
        this.crm = crm;
        this.guard = guard;
        this.tags = tags;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("integrations:manage")
    @Tagged
    @RefusesCommonly(CommonProblem.NOT_FOUND)
    @Operation(operationId = "getCrmConnection", summary = "Read the CRM connection")
    @APIResponse(
            responseCode = "200",
            description = "The connection",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CrmView.class)))
    public Response get(@Context HttpHeaders headers) {
        var found = crm.get(caller.partnerId());
        return tags.ok(headers, found.version(), found.connection());
    }

    @PUT
    @RolesAllowed("integrations:manage")
    @Tagged(guarded = true)
    @Operation(
            operationId = "putCrmConnection",
            summary = "Connect the CRM that receives customer names",
            description =
                    "Uses Salesforce's REST API with OAuth client credentials. Waiting names are sent at once; see each customer's `crmSync`.")
    @APIResponse(
            responseCode = "200",
            description = "Connected",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CrmView.class)))
    public Response put(@Valid @NotNull ConnectCrm wanted, @Context HttpHeaders headers) {
        var url = allowed(wanted.baseUrl());
        var put = crm.put(caller.partnerId(), url, wanted, version -> tags.requireMatch(headers, version));
        return tags.changed(put.version(), put.connection());
    }

    @DELETE
    @RolesAllowed("integrations:manage")
    @RefusesCommonly(CommonProblem.NOT_FOUND)
    @Operation(operationId = "deleteCrmConnection", summary = "Remove the CRM connection and its credentials")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete() {
        crm.delete(caller.partnerId());
    }

    /** A host that nobody knows yet may get its name later; one that is inside is refused now, and at each call. */
    private CrmUrl allowed(String baseUrl) {
        var url = CrmUrl.read(baseUrl).orElseThrow(CrmResource::notAllowed);
        try {
            guard.pin(url);
        } catch (CrmFailure refused) {
            if (refused.reason() == CrmReason.ADDRESS_REFUSED || !url.isEncrypted()) {
                throw notAllowed();
            }
        }
        return url;
    }

    private static Problem notAllowed() {
        return Problems.invalid(InputError.pointer("/baseUrl", "not-a-public-https-url"));
    }
}
