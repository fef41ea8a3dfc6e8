package dev.kontor.reporting.exports;

import dev.kontor.platform.web.document.Tagged;
import dev.kontor.reporting.Refuses;
import dev.kontor.reporting.ReportingProblem;
import dev.kontor.reporting.consent.PartnerAssistance;
import dev.kontor.reporting.snapshots.ContentFormat;
import dev.kontor.reporting.snapshots.EditionAnswer;
import dev.kontor.reporting.snapshots.EditionContent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/exports")
@Tag(name = "Dashboards and reports")
class ExportResource {

    private final ExportService exports;
    private final PartnerAssistance assistance;
    private final EditionContent content;

    ExportResource(ExportService exports, PartnerAssistance assistance, EditionContent content) {
        this.exports = exports;
        this.assistance = assistance;
        this.content = content;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"reports:export", "customer-admin"})
    @Operation(operationId = "getExport", summary = "Read an export")
    public ExportView get(@RestPath UUID id) {
        return ExportView.of(require(id));
    }

    @GET
    @Path("/{id}/content")
    @RolesAllowed({"reports:export", "customer-admin"})
    @APIResponse(
            responseCode = "200",
            description = "The content",
            headers =
                    @Header(
                            name = EditionAnswer.CONTENT_HASH,
                            description = "SHA-256 of the exported content, the same for every format",
                            schema = @Schema(implementation = String.class)),
            content = {
                @Content(mediaType = "application/pdf"),
                @Content(mediaType = "image/png"),
                @Content(mediaType = "application/json"),
                @Content(mediaType = "text/csv")
            })
    @APIResponse(responseCode = "206", description = "The range of bytes that was requested")
    @Parameter(
            name = "Range",
            in = ParameterIn.HEADER,
            description = "The range of bytes to return",
            schema = @Schema(type = SchemaType.STRING, maxLength = 16384, examples = "bytes=1048576-"))
    @Tagged
    @Refuses(ReportingProblem.RANGE_NOT_SATISFIABLE)
    @Operation(
            operationId = "downloadExport",
            summary = "Download an export",
            description =
                    "`Accept` selects one of the formats of the same snapshot; where it takes any, the format it was exported in is given. `Range` is supported (206), so that an interrupted download can be resumed.")
    public Response content(@RestPath UUID id, @RestQuery String separator, @Context HttpHeaders headers) {
        var export = require(id);
        return new EditionAnswer(content, export.edition(), export.dashboardId(), separator, headers)
                .kept(formats(export.format()));
    }

    /** Where consent has ended since, an export made before is as closed as the figures in it (domain.md, rule 14). */
    private Export require(UUID id) {
        var export = exports.require(id);
        assistance.require(export.customerId());
        return export;
    }

    /** The format that was asked for, which a wildcard means, then the others. */
    private static List<ContentFormat> formats(ContentFormat first) {
        return Stream.concat(Stream.of(first), Arrays.stream(ContentFormat.values()))
                .distinct()
                .toList();
    }
}
