package dev.kontor.customers.bulk;

import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Whoever asked for a job sees it, and nobody else. */
@Path("/v1/jobs")
@Tag(name = "Jobs")
class JobResource {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final BulkService bulk;

    JobResource(BulkService bulk) {
        this.bulk = bulk;
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(operationId = "getCustomersJob", summary = "A job as it stands")
    @APIResponse(responseCode = "200", description = "The job")
    public JobView get(@RestPath String id) {
        return bulk.view(id);
    }

    @DELETE
    @Path("/{id}")
    @Authenticated
    @Operation(
            operationId = "cancelCustomersJob",
            summary = "Call a job off",
            description = "What was done stays done; the job ends as `failed` with `job-cancelled`.")
    @APIResponse(
            responseCode = "202",
            description = "It ends with the customer it is at",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @APIResponse(responseCode = "409", description = "job-finished")
    public Response cancel(@RestPath String id) {
        return Response.accepted(bulk.cancel(id)).build();
    }

    @GET
    @Path("/{id}/events")
    @Authenticated
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(operationId = "followCustomersJob", summary = "A job as it goes on, to its end")
    @APIResponse(responseCode = "200", description = "The job, whenever looked at")
    public Multi<JobView> follow(@RestPath String id) {
        bulk.view(id);
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> RowScope.worker().call(() -> bulk.view(id)))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(LOOK_EVERY)
                .whilst(job -> !job.isFinished());
    }
}
