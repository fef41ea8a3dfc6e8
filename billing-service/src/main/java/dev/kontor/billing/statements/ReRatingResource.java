package dev.kontor.billing.statements;

import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.document.RefusesCommonly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/billing-periods/{month}/partners/{partnerId}/re-rating")
@Tag(name = "Billing periods")
class ReRatingResource {

    private final ReRating service;

    ReRatingResource(ReRating service) {
        this.service = service;
    }

    @POST
    @RolesAllowed("vendor-operator")
    @RefusesCommonly(CommonProblem.VALIDATION_FAILED)
    @Operation(
            operationId = "reRateClosedMonth",
            summary = "Rate a partner's closed month again by today's rules",
            description =
                    "With `dryRun`, shows what would change and changes nothing. Without it, the month's statement is voided and the month is issued again, counted and rated by today's rules and prices.")
    @APIResponse(responseCode = "200", description = "What changes, or would change")
    public ReRatingView reRate(
            @RestPath @Parameter(example = "2026-11") String month,
            @RestPath UUID partnerId,
            @NotNull ReRatingRequest asked) {
        return service.reRate(partnerId, BillingMonths.read("month", month), asked.dryRun());
    }
}
