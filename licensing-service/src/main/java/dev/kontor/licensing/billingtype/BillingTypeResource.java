package dev.kontor.licensing.billingtype;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.Refuses;
import dev.kontor.platform.copies.OfCustomer;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.document.RefusesCommonly;
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

@Path("/v1/customers/{id}/billing-type")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Billing type", description = "How a customer's account is billed")
class BillingTypeResource {

    private final BillingTypes billingTypes;
    private final Caller caller;

    BillingTypeResource(BillingTypes billingTypes, Caller caller) {
        this.billingTypes = billingTypes;
        this.caller = caller;
    }

    @POST
    @OfCustomer(program = "msp-flex")
    @RolesAllowed("licenses:manage")
    @Refuses({
        LicensingProblem.MANAGED_ORDER_READ_ONLY,
        LicensingProblem.BILLING_TYPE_UNCHANGED,
        LicensingProblem.LICENSE_KEY_USED,
        LicensingProblem.LICENSE_LIMIT_REACHED,
        LicensingProblem.LICENSE_KEY_INVALID
    })
    @RefusesCommonly(CommonProblem.PROGRAM_REQUIRED)
    @Operation(
            operationId = "convertBillingType",
            summary = "Change an account's billing type to monthly or term",
            description =
                    "Trial to monthly ends all trials. Term to monthly ends all term licences and requires `immediately: true` and the chosen products. Monthly to term requires a licence key. All effects share one instant, the start of the current minute. With `dryRun: true` the effects are listed and nothing changes. After a 503 the change is completed all the same; a repeat of the same request answers with its effects, and with a licence key it does so at any time.")
    @APIResponse(responseCode = "200", description = "The effects of the change, or of the dry run")
    public BillingEffects convert(@RestPath UUID id, @NotNull @Valid ConvertBillingType wanted) {
        return billingTypes.convert(id, wanted, caller.subject());
    }
}
