package dev.kontor.customers.launches;

import dev.kontor.platform.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What the gateway asks about a session it has no news of. */
@Path("/internal/launch-sessions")
class InternalLaunchResource {

    private final LaunchService launches;

    InternalLaunchResource(LaunchService launches) {
        this.launches = launches;
    }

    record Answer(UUID sid, boolean ended) {}

    @GET
    @Path("/{sid}")
    @RolesAllowed("internal")
    @Operation(hidden = true)
    public Answer get(@RestPath UUID sid) {
        return new Answer(sid, launches.hasEnded(sid).orElseThrow(Problems::notFound));
    }
}
