package dev.kontor.billing.periods;

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

/** Every job here closes a month, so they are the operators'. */
@Path("/v1/jobs")
@Tag(name = "Jobs")
class JobResource {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final PeriodService service;

    JobResource(PeriodService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("vendor-operator")
    @Operation(operationId = "getBillingJob", summary = "A job as it stands")
    @APIResponse(responseCode = "200", description = "The job")
    public JobView get(@RestPath String id) {
        return service.job(id);
    }

    @GET
    @Path("/{id}/events")
    @RolesAllowed("vendor-operator")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(operationId = "followBillingJob", summary = "A job as it goes on, to its end")
    @APIResponse(responseCode = "200", description = "The job, whenever looked at")
    public Multi<JobView> follow(@RestPath String id) {
        service.job(id);
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> RowScope.worker().call(() -> service.job(id)))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(LOOK_EVERY)
                .whilst(job -> !job.isFinished());
    }
}
