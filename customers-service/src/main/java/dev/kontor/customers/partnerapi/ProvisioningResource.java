package dev.kontor.customers.partnerapi;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Refuses;
import dev.kontor.customers.customers.NewAccounts;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.document.RefusesCommonly;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

@Path("/v1/partner/provisioning")
@Tag(name = "Integrations")
class ProvisioningResource {

    private final ProvisioningService provisioning;
    private final NewAccounts accounts;
    private final EntityTags tags;

    ProvisioningResource(ProvisioningService provisioning, NewAccounts accounts, EntityTags tags) {
        this.provisioning = provisioning;
        this.accounts = accounts;
        this.tags = tags;
    }

    @GET
    @RolesAllowed("integrations:manage")
    @Tagged
    @Operation(
            operationId = "getProvisioning",
            summary = "Read what accounts that scripts create begin with",
            description =
                    "The vendor's own partner API creates tenants without naming products: these are the products. Null where nothing was set.")
    @APIResponse(
            responseCode = "200",
            description = "The defaults",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProvisioningView.class)))
    public Response get(@Context HttpHeaders headers) {
        var found = provisioning.defaults();
        return tags.ok(headers, found.version(), found.view());
    }

    @PUT
    @RolesAllowed("integrations:manage")
    @Tagged(guarded = true)
    @Refuses(CustomersProblem.TERMS_NOT_ACCEPTED)
    @RefusesCommonly(CommonProblem.PROGRAM_REQUIRED)
    @Operation(
            operationId = "putProvisioning",
            summary = "Set what accounts that scripts create begin with",
            description =
                    "The body replaces the present defaults. With `monthly`, the caller accepts the terms for every account that is created with these defaults: version, time and person are recorded with the defaults and with each account.")
    @APIResponse(
            responseCode = "200",
            description = "The defaults from now on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProvisioningView.class)))
    public Response put(@Valid @NotNull SetProvisioning wanted, @Context HttpHeaders headers) {
        check(wanted);
        var put = provisioning.put(wanted, version -> tags.requireMatch(headers, version));
        return tags.changed(put.version(), put.view());
    }

    /** Outside the transaction: it may ask for the catalogue. */
    private void check(SetProvisioning wanted) {
        if (wanted.monthly() != null) {
            accounts.requireProgram("monthly");
            accounts.requireProducts("/monthly", "monthly", wanted.monthly().products());
        }
        if (wanted.trial() != null) {
            accounts.requireProducts("/trial", "trial", wanted.trial().products());
        }
        if (wanted.monthly() != null && !Boolean.TRUE.equals(wanted.monthly().acceptTerms())) {
            throw CustomersProblem.TERMS_NOT_ACCEPTED.problem();
        }
    }
}
