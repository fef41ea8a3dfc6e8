package dev.kontor.reporting.dashboards;

import dev.kontor.platform.copies.OfCustomer;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.document.Located;
import dev.kontor.platform.web.document.Tagged;
import dev.kontor.reporting.Refuses;
import dev.kontor.reporting.ReportingProblem;
import dev.kontor.reporting.drawing.Svg;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.securitydata.CurrentFigures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/customers/{id}/dashboards")
@Tag(name = "Dashboards and reports")
class DashboardResource {

    private final Dashboards dashboards;
    private final CurrentFigures figures;
    private final EntityTags tags;

    DashboardResource(Dashboards dashboards, CurrentFigures figures, EntityTags tags) {
        this.dashboards = dashboards;
        this.figures = figures;
        this.tags = tags;
    }

    @GET
    @RolesAllowed({"reports:export", "customer-admin"})
    @OfCustomer
    @Operation(
            operationId = "listDashboards",
            summary = "List a customer's dashboards",
            description = "The vendor's dashboards come first, then the custom ones, oldest first.")
    public RestResponse<Page<DashboardView>> list(
            @RestPath UUID id,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        var request = PageRequest.of(limit, cursor, "dashboards", id).counting(count);
        var all = dashboards.all(id);
        int from = request.after().map(last -> after(all, last.get(0))).orElse(0);
        var rows = all.subList(from, Math.min(all.size(), from + request.fetch()));
        var locale = locale(headers);
        return Pages.ok(
                uri,
                Page.of(rows, request, dashboard -> List.of(dashboard.id()))
                        .map(d -> DashboardView.of(d, locale))
                        .withTotal(request, all::size));
    }

    private static int after(List<Dashboard> all, String lastId) {
        for (var i = 0; i < all.size(); i++) {
            var dashboard = all.get(i);
            // Custom dashboards stand in the order of their ids, so one deleted meanwhile still has its place.
            if (dashboard.id().equals(lastId)) {
                return i + 1;
            }
            if (!dashboard.vendor() && dashboard.id().compareTo(lastId) > 0) {
                return i;
            }
        }
        return all.size();
    }

    @POST
    @RolesAllowed({"dashboards:manage", "customer-admin"})
    @OfCustomer
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DashboardView.class)))
    @Tagged
    @Located
    @Refuses(ReportingProblem.TOO_MANY_DASHBOARDS)
    @Operation(operationId = "createDashboard", summary = "Create a custom dashboard")
    public Response create(@RestPath UUID id, @Valid @NotNull WriteDashboard command, @Context HttpHeaders headers) {
        var created = dashboards.create(id, command);
        var view = DashboardView.of(created, locale(headers));
        return Response.created(URI.create("/v1/customers/" + id + "/dashboards/" + created.id()))
                .header(HttpHeaders.ETAG, tags.tag(created.version(), view))
                .entity(view)
                .build();
    }

    @GET
    @Path("/{dashboardId}")
    @RolesAllowed({"reports:export", "customer-admin"})
    @OfCustomer
    @APIResponse(
            responseCode = "200",
            description = "The dashboard",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DashboardView.class)))
    @Tagged
    @Operation(operationId = "getDashboard", summary = "Read a dashboard")
    public Response get(@RestPath UUID id, @RestPath String dashboardId, @Context HttpHeaders headers) {
        var dashboard = dashboards.require(id, dashboardId);
        return tags.ok(headers, dashboard.version(), DashboardView.of(dashboard, locale(headers)));
    }

    @PUT
    @Path("/{dashboardId}")
    @RolesAllowed({"dashboards:manage", "customer-admin"})
    @OfCustomer
    @APIResponse(
            responseCode = "200",
            description = "The dashboard after the change",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DashboardView.class)))
    @Tagged(guarded = true)
    @Refuses(ReportingProblem.DASHBOARD_NOT_EDITABLE)
    @Operation(operationId = "replaceDashboard", summary = "Replace a custom dashboard")
    public Response replace(
            @RestPath UUID id,
            @RestPath String dashboardId,
            @Valid @NotNull WriteDashboard command,
            @Context HttpHeaders headers) {
        dashboards.replace(id, dashboardId, command, version -> tags.requireMatch(headers, version));
        var replaced = dashboards.require(id, dashboardId);
        var view = DashboardView.of(replaced, locale(headers));
        return tags.changed(replaced.version(), view);
    }

    @DELETE
    @Path("/{dashboardId}")
    @RolesAllowed({"dashboards:manage", "customer-admin"})
    @OfCustomer
    @APIResponse(responseCode = "204", description = "Deleted")
    @Tagged(guarded = true)
    @Refuses(ReportingProblem.DASHBOARD_NOT_DELETABLE)
    @Operation(
            operationId = "deleteDashboard",
            summary = "Delete a custom dashboard",
            description = "The vendor's dashboards cannot be deleted.")
    public void delete(@RestPath UUID id, @RestPath String dashboardId, @Context HttpHeaders headers) {
        dashboards.delete(id, dashboardId, version -> tags.requireMatch(headers, version));
    }

    @GET
    @Path("/{dashboardId}/widgets/{widgetId}.svg")
    @Produces("image/svg+xml")
    @RolesAllowed({"reports:export", "customer-admin"})
    @OfCustomer
    @Operation(
            operationId = "drawWidget",
            summary = "Draw a widget as SVG",
            description =
                    "The drawing is the same as in the PDF. Its language is `locale`, else that of `Accept-Language`.")
    public Response draw(
            @RestPath UUID id,
            @RestPath String dashboardId,
            @RestPath String widgetId,
            @RestQuery @Size(max = 24) String locale,
            @Context HttpHeaders headers) {
        var widget = dashboards.require(id, dashboardId).widget(widgetId).orElseThrow(Problems::notFound);
        var wording = Wording.of(locale == null ? locale(headers) : ProblemCatalog.language(locale));
        var drawing = widget.draw(figures.of(id, widget.source()), wording);
        return Response.ok(Svg.of(drawing))
                .language(wording.locale())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("Content-Security-Policy", "default-src 'none'")
                .build();
    }

    private static Locale locale(HttpHeaders headers) {
        return ProblemCatalog.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
