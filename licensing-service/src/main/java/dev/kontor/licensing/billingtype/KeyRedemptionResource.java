package dev.kontor.licensing.billingtype;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.Refuses;
import dev.kontor.platform.copies.OfCustomer;
import dev.kontor.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/customers/{id}/license-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "License keys")
class KeyRedemptionResource {

    private final BillingTypes billingTypes;
    private final Caller caller;

    KeyRedemptionResource(BillingTypes billingTypes, Caller caller) {
        this.billingTypes = billingTypes;
        this.caller = caller;
    }

    @POST
    @OfCustomer
    @RolesAllowed("licenses:manage")
    @Refuses({
        LicensingProblem.LICENSE_KEY_USED,
        LicensingProblem.MANAGED_ORDER_READ_ONLY,
        LicensingProblem.ACCOUNT_MONTHLY,
        LicensingProblem.LICENSE_LIMIT_REACHED,
        LicensingProblem.LICENSE_KEY_INVALID
    })
    @Operation(
            operationId = "redeemLicenseKey",
            summary = "Redeem a licence key for a customer",
            description =
                    "A trial account becomes a term account, and the trial of the key's product ends. For a monthly account, change the billing type instead. A key works once: the same key with the same mode for the same customer again answers with the same effects, also after a 503.")
    @APIResponse(responseCode = "200", description = "The effects of the change")
    public BillingEffects redeem(@RestPath UUID id, @NotNull @Valid RedeemKey wanted) {
        return billingTypes.redeem(id, wanted, caller.subject());
    }
}
