package dev.kontor.reporting.exports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Tells the gateway whose an export is, so that it can decide on it as on any call of the customer plane. */
@Path("/internal/exports")
class InternalExportResource {

    private final ExportService exports;

    InternalExportResource(ExportService exports) {
        this.exports = exports;
    }

    record Owner(UUID id, UUID partnerId, UUID customerId) {}

    @GET
    @Path("/{id}")
    @RolesAllowed("internal")
    @Operation(hidden = true)
    public Owner owner(@RestPath UUID id) {
        var export = exports.require(id);
        return new Owner(export.id(), export.partnerId(), export.customerId());
    }
}
