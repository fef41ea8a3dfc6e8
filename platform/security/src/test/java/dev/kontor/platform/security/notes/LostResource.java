package dev.kontor.platform.security.notes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;

/** Somebody else was faster, and that is noticed as the transaction commits. */
@Path("/v1/lost")
class LostResource {

    @DELETE
    @RolesAllowed("customers:write")
    public void lose() {
        throw new IllegalStateException(new RollbackException(new OptimisticLockException()));
    }
}
