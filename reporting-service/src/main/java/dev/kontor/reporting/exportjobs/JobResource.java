package dev.kontor.reporting.exportjobs;

import dev.kontor.platform.security.rows.RowScope;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** A job is there for whoever asked for it. */
@Path("/v1/jobs")
@Tag(name = "Jobs")
class JobResource {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final ExportJobService service;

    JobResource(ExportJobService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("reports:export")
    @Operation(operationId = "getReportingJob", summary = "A job as it stands")
    @APIResponse(responseCode = "200", description = "The job")
    public JobView get(@RestPath String id) {
        return service.view(id);
    }

    @GET
    @Path("/{id}/events")
    @RolesAllowed("reports:export")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(operationId = "followReportingJob", summary = "A job as it goes on, to its end")
    @APIResponse(responseCode = "200", description = "The job, whenever looked at")
    public Multi<JobView> follow(@RestPath String id) {
        service.view(id);
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> RowScope.worker().call(() -> service.view(id)))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(LOOK_EVERY)
                .whilst(job -> !job.isFinished());
    }
}
