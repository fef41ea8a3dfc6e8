package dev.kontor.platform.jobs;

import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.document.RefusesCommonly;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Whoever asked for a job sees it, and nobody else; operators see the vendor's own. */
@Path("/v1/jobs")
@Tag(name = "Jobs")
class JobResource {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final long RECONNECT_AFTER = 2_000;

    private final JobService jobs;

    JobResource(JobService jobs) {
        this.jobs = jobs;
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(operationId = "getJob", summary = "Read a job")
    @APIResponse(responseCode = "200", description = "The job")
    public JobView get(@RestPath String id) {
        return jobs.view(jobs.require(id));
    }

    @DELETE
    @Path("/{id}")
    @Authenticated
    @RefusesCommonly(CommonProblem.JOB_FINISHED)
    @Operation(
            operationId = "cancelJob",
            summary = "Cancel a job",
            description = "What is done stays done. The job ends as `failed` with the problem `job-cancelled`.")
    @APIResponse(responseCode = "200", description = "The job, which stops after the current item")
    public JobView cancel(@RestPath String id) {
        var job = jobs.require(id);
        jobs.cancel(job);
        return jobs.view(job);
    }

    @GET
    @Path("/{id}/events")
    @Authenticated
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(operationId = "followJob", summary = "Follow a job until it ends")
    @APIResponse(
            responseCode = "200",
            description = "The job as server-sent events, until it ends",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> follow(@RestPath String id, @Context Sse sse) {
        var job = jobs.require(id);
        var looks = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() ->
                        Uni.createFrom().item(() -> look(job)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(LOOK_EVERY)
                .whilst(view -> !view.isFinished())
                .map(view -> sse.newEventBuilder()
                        .name("job")
                        .id(Long.toString(looks.incrementAndGet()))
                        .reconnectDelay(RECONNECT_AFTER)
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(JobView.class, view)
                        .build());
    }

    private JobView look(UUID job) {
        return RowScope.worker().call(() -> jobs.view(job));
    }
}
