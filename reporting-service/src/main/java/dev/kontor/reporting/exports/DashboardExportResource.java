package dev.kontor.reporting.exports;

import dev.kontor.platform.copies.OfCustomer;
import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.platform.web.document.Located;
import dev.kontor.reporting.Refuses;
import dev.kontor.reporting.ReportingProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/customers/{id}/dashboards/{dashboardId}/exports")
@Tag(name = "Dashboards and reports")
class DashboardExportResource {

    private final ExportService exports;

    DashboardExportResource(ExportService exports) {
        this.exports = exports;
    }

    @POST
    @RolesAllowed({"reports:export", "customer-admin"})
    @OfCustomer(newest = true)
    @APIResponse(
            responseCode = "201",
            description = "The export",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExportView.class)))
    @Located
    @Refuses(ReportingProblem.EXPORT_QUOTA_REACHED)
    @Operation(
            operationId = "exportDashboard",
            summary = "Export a dashboard",
            description = "Takes a snapshot: names, logos and figures stay as they are now, whatever changes later.")
    public Response create(
            @RestPath UUID id,
            @RestPath String dashboardId,
            @Valid @NotNull CreateExport command,
            @Context HttpHeaders headers) {
        var language =
                command.locale() == null ? headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE) : command.locale();
        var locale = language == null ? null : ProblemCatalog.language(language);
        var view = exports.freeze(id, dashboardId, command.format(), locale);
        return Response.created(URI.create("/v1/exports/" + view.id()))
                .entity(view)
                .build();
    }
}
