package dev.kontor.reporting.reports;

import dev.kontor.platform.copies.OfCustomer;
import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.document.Tagged;
import dev.kontor.reporting.snapshots.ContentFormat;
import dev.kontor.reporting.snapshots.Edition;
import dev.kontor.reporting.snapshots.EditionAnswer;
import dev.kontor.reporting.snapshots.EditionContent;
import dev.kontor.reporting.snapshots.Freezer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/customers/{id}/reports")
@Tag(name = "Dashboards and reports")
class ReportResource {

    /** The first is what a caller gets who accepts anything. */
    private static final List<ContentFormat> FORMATS =
            List.of(ContentFormat.PDF, ContentFormat.JSON, ContentFormat.CSV);

    private final Freezer freezer;
    private final EditionContent content;
    private final Clock clock;

    ReportResource(Freezer freezer, EditionContent content, Clock clock) {
        this.freezer = freezer;
        this.content = content;
        this.clock = clock;
    }

    @GET
    @Path("/{report}")
    @RolesAllowed({"reports:export", "customer-admin"})
    @OfCustomer(newest = true)
    @APIResponse(
            responseCode = "200",
            description = "The report",
            headers = {
                @Header(
                        name = EditionAnswer.CONTENT_HASH,
                        description = "SHA-256 of the report's content, the same for every format and language",
                        schema = @Schema(implementation = String.class))
            },
            content = {
                @Content(mediaType = "application/pdf"),
                @Content(mediaType = "application/json"),
                @Content(mediaType = "text/csv")
            })
    @Tagged
    @Operation(
            operationId = "getReport",
            summary = "Read a report as PDF, CSV or JSON",
            description =
                    "Endpoint protection, server protection or the licences as they are now. `Accept` selects the format; where it takes any, PDF is given. `Content-Hash` and `ETag` stay the same as long as the content does not change.")
    public Response get(
            @RestPath UUID id,
            @RestPath
                    @Parameter(
                            description = "The report",
                            schema = @Schema(enumeration = {"endpoint", "server", "licenses"}))
                    String report,
            @RestQuery
                    @Pattern(regexp = "(en|de)(-[A-Za-z0-9-]{2,20})?")
                    @Parameter(
                            description =
                                    "The language, en or de. Default: that of Accept-Language, then the partner's language")
                    String locale,
            @RestQuery String separator,
            @Context HttpHeaders headers) {
        var described = Reports.find(report).orElseThrow(Problems::notFound);
        var frozen = freezer.freeze(id, described.name(), described.widgets());
        var language = locale == null ? headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE) : locale;
        var spoken = language == null ? frozen.partnerLocale() : ProblemCatalog.language(language);
        var edition = Edition.of(frozen.snapshot(), clock.instant().truncatedTo(ChronoUnit.MILLIS), spoken, true);
        return new EditionAnswer(content, edition, "report-" + described.id(), separator, headers).passing(FORMATS);
    }
}
