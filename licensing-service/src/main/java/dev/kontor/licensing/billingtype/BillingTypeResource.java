package dev.kontor.licensing.billingtype;

import dev.kontor.platform.web.document.RefusesCommonly;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.licensing.Refuses;
import dev.kontor.licensing.LicensingProblem;
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
    @Refuses({LicensingProblem.MANAGED_ORDER_READ_ONLY, LicensingProblem.BILLING_TYPE_UNCHANGED, LicensingProblem.LICENSE_KEY_USED, LicensingProblem.LICENSE_LIMIT_REACHED, LicensingProblem.LICENSE_KEY_INVALID})
    @RefusesCommonly(CommonProblem.PROGRAM_REQUIRED)
    @Operation(
            operationId = "convertBillingType",
            summary = "Convert an account to monthly or term",
            description = "From trial to monthly all trials end. From term to monthly all terms end, which needs"
                    + " immediately: true and the chosen products. From monthly to term needs a licence key. All effects"
                    + " have one instant, the start of the running minute; with dryRun: true they are listed, and nothing"
                    + " changes.")
    @APIResponse(responseCode = "200", description = "What it did, or would do")
    public BillingEffects convert(@RestPath UUID id, @NotNull @Valid ConvertBillingType wanted) {
        return billingTypes.convert(id, wanted, caller.subject());
    }
}
