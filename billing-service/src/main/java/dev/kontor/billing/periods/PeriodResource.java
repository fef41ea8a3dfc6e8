package dev.kontor.billing.periods;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.Refuses;
import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.platform.jobs.JobView;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.document.Located;
import dev.kontor.platform.web.document.RefusesCommonly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/billing-periods")
@Tag(name = "Billing periods")
class PeriodResource {

    private final PeriodService service;

    PeriodResource(PeriodService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({"billing:read", "vendor-operator"})
    @Operation(operationId = "listBillingPeriods", summary = "List billing months, newest first")
    @APIResponse(responseCode = "200", description = "A page of months")
    public RestResponse<Page<PeriodView>> list(
            @RestQuery Integer limit, @RestQuery String cursor, @RestQuery boolean count, @Context UriInfo uri) {
        var page = PageRequest.of(limit, cursor, "billing-periods").counting(count);
        var all = service.periods();
        var rest = all.stream()
                .filter(period -> page.after()
                        .map(after -> period.month().compareTo(after.get(0)) < 0)
                        .orElse(true))
                .limit(page.fetch())
                .toList();
        return Pages.ok(
                uri, Page.of(rest, page, period -> List.of(period.month())).withTotal(page, all::size));
    }

    @POST
    @Path("/{month}/close")
    @RolesAllowed("vendor-operator")
    @Located
    @Refuses(BillingProblem.PERIOD_NOT_OVER)
    @RefusesCommonly(CommonProblem.VALIDATION_FAILED)
    @Operation(
            operationId = "closeBillingPeriod",
            summary = "Close a month for all partners",
            description =
                    "Allowed at any time after the month has ended; before that it is refused with `period-not-over`. If the month is already closed, the answer is 200 with the job that closed it.")
    @APIResponse(
            responseCode = "200",
            description = "The job that closed the month earlier",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobView.class)))
    @APIResponse(
            responseCode = "202",
            description = "The job that closes the month",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobView.class)))
    public Response close(@RestPath @Parameter(example = "2026-11") String month) {
        return answer(service.close(BillingMonths.read("month", month)));
    }

    @POST
    @Path("/{month}/partners/{partnerId}/release")
    @RolesAllowed("vendor-operator")
    @Located
    @RefusesCommonly(CommonProblem.VALIDATION_FAILED)
    @Operation(
            operationId = "releaseHeldPartner",
            summary = "Release a partner that was held back from billing",
            description =
                    "Accepts a jump in quantities and stale usage. If an invariant is violated, the partner is held back again.")
    @APIResponse(
            responseCode = "202",
            description = "The month's job, which runs again",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobView.class)))
    public Response release(@RestPath @Parameter(example = "2026-11") String month, @RestPath UUID partnerId) {
        return answer(service.release(BillingMonths.read("month", month), partnerId));
    }

    private static Response answer(JobView job) {
        var location = URI.create("/v1/jobs/" + job.id());
        return (job.isFinished() ? Response.ok(job) : Response.accepted(job))
                .location(location)
                .build();
    }
}
