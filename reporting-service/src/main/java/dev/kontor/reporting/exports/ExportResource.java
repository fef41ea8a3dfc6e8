package dev.kontor.reporting.exports;

import dev.kontor.platform.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/exports")
@Tag(name = "Dashboards and reports")
class ExportResource {

    private final Snapshots snapshots;
    private final ExportContent content;

    ExportResource(Snapshots snapshots, ExportContent content) {
        this.snapshots = snapshots;
        this.content = content;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"reports:export", "customer-admin"})
    @Operation(operationId = "getExport", summary = "Read what an export is")
    public ExportView get(@RestPath UUID id) {
        return ExportView.of(snapshots.require(id));
    }

    @GET
    @Path("/{id}/content")
    @RolesAllowed({"reports:export", "customer-admin"})
    @APIResponse(
            responseCode = "200",
            description = "The content",
            content = {
                @Content(mediaType = "application/pdf"),
                @Content(mediaType = "image/png"),
                @Content(mediaType = "application/json"),
                @Content(mediaType = "text/csv")
            })
    @Operation(
            operationId = "downloadExport",
            summary = "Download an export",
            description = "Accept picks any of the formats of the same snapshot; */* is the one it was exported as.")
    public Response content(@RestPath UUID id, @Context HttpHeaders headers) {
        Export export = snapshots.require(id);
        ExportFormat format = accepted(export, headers).orElseThrow(() -> Problem.of(406, "not-acceptable"));
        String tag = "\"" + export.contentHash().substring(0, 16) + "." + export.locale() + "." + format.extension()
                + "." + export.snapshotAt().toEpochMilli() + "\"";
        Response.ResponseBuilder response = tag.equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))
                ? Response.notModified()
                : Response.ok(content.of(export, format))
                        .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + fileName(export, format) + "\"");
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** The first that fits, in the caller's order; a wildcard is the format that was asked for. */
    private static Optional<ExportFormat> accepted(Export export, HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(export.format().type())) {
                return Optional.of(export.format());
            }
            Optional<ExportFormat> other = Arrays.stream(ExportFormat.values())
                    .filter(format -> type.isCompatible(format.type()))
                    .findFirst();
            if (other.isPresent()) {
                return other;
            }
        }
        return Optional.empty();
    }

    private static String fileName(Export export, ExportFormat format) {
        return export.dashboardId() + "-" + export.snapshotAt().toString().substring(0, 10) + "." + format.extension();
    }
}
