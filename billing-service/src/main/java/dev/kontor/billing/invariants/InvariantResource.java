package dev.kontor.billing.invariants;

import dev.kontor.billing.calendar.BillingMonths;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/billing-invariants")
@Tag(name = "Billing periods")
class InvariantResource {

    private final Invariants invariants;
    private final Clock clock;

    InvariantResource(Invariants invariants, Clock clock) {
        this.invariants = invariants;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("vendor-operator")
    @Operation(
            operationId = "checkBillingInvariants",
            summary = "Check that a month agrees with itself",
            description =
                    "Lines and totals, amounts rated again, content hashes, statement numbers, daily counts rebuilt from the records, and that each event is in exactly one place. Also done after every close; broken places are counted by the metric `kontor_billing_invariants_broken`.")
    @APIResponse(responseCode = "200", description = "What holds, and where something does not")
    public InvariantsView check(
            @RestQuery @Parameter(example = "2026-11", description = "The month before the present one where left out")
                    String month) {
        YearMonth asked =
                month == null ? BillingMonths.of(clock.instant()).minusMonths(1) : BillingMonths.read("month", month);
        return InvariantsView.of(asked, invariants.check(asked));
    }
}
