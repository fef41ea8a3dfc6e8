package dev.kontor.reporting.securitydata;

import dev.kontor.platform.web.Page;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/dashboard-sources")
@Tag(name = "Dashboards and reports")
class SourceResource {

    @GET
    @Authenticated
    @Operation(operationId = "listDashboardSources", summary = "List the sources that a widget can show")
    public Page<Source> list() {
        return Page.all(Sources.all());
    }
}
