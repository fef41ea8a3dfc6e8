package dev.kontor.customers.bulk;

import dev.kontor.platform.jobs.JobView;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.document.Located;
import dev.kontor.platform.web.document.RefusesCommonly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The route admits whoever holds one of the permissions; which one is needed the operation says. */
@Path("/v1/customers:bulk")
@Tag(name = "Customers")
class BulkResource {

    private final BulkService bulk;

    BulkResource(BulkService bulk) {
        this.bulk = bulk;
    }

    @POST
    @RolesAllowed({"customers:disconnect", "groups:manage", "licenses:manage"})
    @Located
    @RefusesCommonly({CommonProblem.PROGRAM_REQUIRED, CommonProblem.TOO_MANY_JOBS})
    @Operation(
            operationId = "startBulkOperation",
            summary = "Apply one operation to many customers",
            description = "`disconnect` needs `customers:disconnect`, `add-to-group` `groups:manage`, and"
                    + " `change-billing-type` `licenses:manage`. The job's result says what became of each customer.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted: the job is found at Location",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobView.class)))
    public Response start(@Valid @NotNull BulkRequest request) {
        bulk.requireAllowed(request);
        var job = bulk.start(request);
        return Response.accepted(job)
                .location(URI.create("/v1/jobs/" + job.id()))
                .build();
    }
}
