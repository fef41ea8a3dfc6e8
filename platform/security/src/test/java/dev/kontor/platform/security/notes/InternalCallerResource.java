package dev.kontor.platform.security.notes;

import dev.kontor.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.UUID;

/** Says who asks. */
@Path("/internal/caller")
class InternalCallerResource {

    private final Caller caller;

    InternalCallerResource(Caller caller) {
        this.caller = caller;
    }

    record CallerView(Caller.Kind kind, String subject, UUID partnerId, Set<String> permissions) {}

    @GET
    @RolesAllowed("internal")
    public CallerView get() {
        return new CallerView(caller.kind(), caller.subject(), caller.partnerId(), caller.permissions());
    }
}
