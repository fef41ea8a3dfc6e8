package dev.kontor.billing.invariants;

import dev.kontor.billing.calendar.BillingMonths;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
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
            summary = "Check the billing invariants of a month",
            description =
                    "Compares lines with totals, rates amounts again, checks content hashes and statement numbers, rebuilds daily counts from the records and checks that every event is stored in exactly one place. The same checks run after every close; the metric `kontor_billing_invariants_broken` counts violations.")
    @APIResponse(responseCode = "200", description = "Each invariant, and where it is violated")
    public InvariantsView check(
            @RestQuery @Parameter(example = "2026-11", description = "Default: the previous month") String month) {
        var asked =
                month == null ? BillingMonths.of(clock.instant()).minusMonths(1) : BillingMonths.read("month", month);
        return InvariantsView.of(asked, invariants.check(asked));
    }
}
