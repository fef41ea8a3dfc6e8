package dev.kontor.reporting.exportjobs;

import dev.kontor.platform.jobs.JobView;
import dev.kontor.platform.jobs.Jobs;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.document.Located;
import dev.kontor.platform.web.document.RefusesCommonly;
import dev.kontor.reporting.copies.KnownCustomers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Each customer's consent is asked when its turn comes: these paths name none, so the gateway can't. */
@Path("/v1/dashboard-export-jobs")
@Tag(name = "Dashboards and reports")
class ExportJobResource {

    /** Customers that the copy does not know are asked for one by one, so not without end. */
    private static final int ASKED_FOR = 100;

    private final ExportJobService service;
    private final KnownCustomers customers;

    ExportJobResource(ExportJobService service, KnownCustomers customers) {
        this.service = service;
        this.customers = customers;
    }

    @POST
    @RolesAllowed("reports:export")
    @APIResponse(
            responseCode = "202",
            description = "Accepted: the job is found at Location",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobView.class)))
    @Located
    @RefusesCommonly(CommonProblem.TOO_MANY_JOBS)
    @Operation(
            operationId = "exportDashboards",
            summary = "Export one dashboard for many customers",
            description =
                    "Exports one of the vendor's dashboards for the given customers, or for all customers that the caller can see. Customers whose Partner Assistance is off are refused one by one and listed with the exports.")
    public Response create(@Valid @NotNull CreateExportJob command) {
        if (command.customerIds() != null) {
            service.unseen(command.customerIds(), ASKED_FOR).forEach(customers::learn);
        }
        var job = service.create(command);
        return Response.accepted(job)
                .location(URI.create("/v1/jobs/" + job.id()))
                .build();
    }

    @GET
    @Path("/{jobId}/exports")
    @RolesAllowed("reports:export")
    @Operation(
            operationId = "listExportsOfJob",
            summary = "List the result for each customer of an export job",
            description = "Sorted by customer id; available while the job is still running.")
    public RestResponse<Page<ExportOfCustomer>> exports(
            @RestPath String jobId,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        var request = PageRequest.of(limit, cursor, "exports-of-job", jobId).counting(count);
        var after = request.after(last -> UUID.fromString(last.get(0))).orElse(Jobs.FIRST);
        var rows = service.page(jobId, after, request.fetch());
        return Pages.ok(
                uri,
                Page.of(rows, request, row -> List.of(row.customerId().toString()))
                        .withTotal(request, () -> service.count(jobId)));
    }
}
