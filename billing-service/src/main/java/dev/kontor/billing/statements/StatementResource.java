package dev.kontor.billing.statements;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.Refuses;
import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.platform.web.CsvForm;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/statements")
@Tag(name = "Statements")
class StatementResource {

    private static final String CSV = "text/csv";
    private static final String PDF = "application/pdf";

    private final StatementReading reading;
    private final StatementPdf pdf;
    private final CallersPartner partners;
    private final EntityTags tags;

    StatementResource(StatementReading reading, StatementPdf pdf, CallersPartner partners, EntityTags tags) {
        this.reading = reading;
        this.pdf = pdf;
        this.partners = partners;
        this.tags = tags;
    }

    @GET
    @RolesAllowed("billing:read")
    @Produces(MediaType.APPLICATION_JSON)
    @Refuses({BillingProblem.ALL_CUSTOMERS_REQUIRED, BillingProblem.PRICE_BOOK_MISSING})
    @Operation(
            operationId = "listStatements",
            summary = "List statements, newest month first",
            description =
                    "With `month`, only that month's statements, with their lines; for the open month an estimate with `state: open`. Voided statements come after the valid one. With `month` and `Accept: text/csv`, that month's lines in the columns that PSA tools import. The caller must be able to see all customers.")
    @APIResponse(
            responseCode = "200",
            description = "A page of statements",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatementPage.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    @Parameter(name = "separator", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    public RestResponse<Page<StatementView>> list(
            @RestQuery @Parameter(description = "Only the statements of this month", example = "2026-11") String month,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        var partner = partners.getWhole();
        var page = PageRequest.of(limit, cursor, "statements", month).counting(count);
        if (month != null) {
            var ofMonth = reading.ofMonth(partner, BillingMonths.read("month", month), StatementView.MOST_LINES);
            return Pages.ok(
                    uri,
                    Page.all(ofMonth.stream().map(StatementView::of).toList()).withTotal(page, ofMonth::size));
        }
        var all = reading.all(partner);
        var rest = all.stream()
                .filter(its -> page.after()
                        .map(after -> key(its).compareTo(after.get(0)) < 0)
                        .orElse(true))
                .limit(page.fetch())
                .toList();
        return Pages.ok(
                uri,
                Page.of(rest, page, its -> List.of(key(its)))
                        .map(StatementView::withoutLines)
                        .withTotal(page, all::size));
    }

    @GET
    @RolesAllowed("billing:read")
    @Produces(CSV)
    @Operation(hidden = true)
    public Response listCsv(@RestQuery String month, @RestQuery String separator, @Context HttpHeaders headers) {
        var partner = partners.getWhole();
        if (month == null) {
            throw Problems.invalid(InputError.parameter("month", "required"));
        }
        var content = reading.whole(partner, BillingMonths.read("month", month)).orElseThrow(Problems::notFound);
        return csv(content, separator, headers);
    }

    @GET
    @RolesAllowed("billing:read")
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Tagged
    @Refuses({BillingProblem.ALL_CUSTOMERS_REQUIRED, BillingProblem.PRICE_BOOK_MISSING})
    @Operation(
            operationId = "getStatement",
            summary = "Read a statement as JSON, CSV or PDF",
            description = "`Accept` selects the format: `application/json`, `text/csv` or `application/pdf`.")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatementView.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = PDF, schema = @Schema(implementation = byte[].class))
            })
    @Parameter(name = "separator", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    public Response get(@RestPath UUID id, @Context HttpHeaders headers) {
        var view = StatementView.of(reading.find(partners.getWhole(), id, StatementView.MOST_LINES));
        return tags.ok(headers, view.version(), view);
    }

    @GET
    @RolesAllowed("billing:read")
    @Path("/{id}")
    @Produces(CSV)
    @Operation(hidden = true)
    public Response getCsv(@RestPath UUID id, @RestQuery String separator, @Context HttpHeaders headers) {
        var content = reading.find(partners.getWhole(), id, Integer.MAX_VALUE);
        return csv(content, separator, headers);
    }

    @GET
    @RolesAllowed("billing:read")
    @Path("/{id}")
    @Produces(PDF)
    @Operation(hidden = true)
    public Response getPdf(@RestPath UUID id, @Context HttpHeaders headers) {
        var partner = partners.getWhole();
        var content = reading.find(partner, id, Integer.MAX_VALUE);
        return file(pdf.print(content, partner, headers.getAcceptableLanguages()), PDF, content, "pdf");
    }

    @GET
    @RolesAllowed("billing:read")
    @Path("/{id}/lines")
    @Refuses({BillingProblem.ALL_CUSTOMERS_REQUIRED, BillingProblem.PRICE_BOOK_MISSING})
    @Operation(operationId = "listStatementLines", summary = "List the lines of a statement")
    @APIResponse(responseCode = "200", description = "A page of lines")
    public RestResponse<Page<StatementLineView>> lines(
            @RestPath UUID id,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        var partner = partners.getWhole();
        var page = PageRequest.of(limit, cursor, "lines", id).counting(count);
        int first = page.after(last -> next(last.get(0))).orElse(0);
        var rest = reading.lines(partner, id, first, page.fetch());
        return Pages.ok(
                uri,
                Page.of(rest, page, last -> List.of(Integer.toString(first + page.limit() - 1)))
                        .withTotal(page, () -> reading.lineCount(partner, id)));
    }

    private static int next(String line) {
        var last = Integer.parseInt(line);
        if (last < 0 || last == Integer.MAX_VALUE) {
            throw new IllegalArgumentException(line);
        }
        return last + 1;
    }

    private Response csv(StatementContent content, String separator, HttpHeaders headers) {
        var form = CsvForm.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), separator);
        return file(StatementCsv.of(content, reading.externalIds(content), form), CsvForm.CONTENT_TYPE, content, "csv");
    }

    /** The type as text: as a media type, even a PDF would be given a charset. */
    private static Response file(Object body, String type, StatementContent content, String ending) {
        var statement = content.statement();
        var name = statement.number() == null ? "statement-" + statement.month() : statement.number();
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "." + ending + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static String key(Statement statement) {
        return statement.month() + "." + "%06d".formatted(statement.version());
    }

    /** Only describes the list, which has a second form, in the document. */
    @Schema(name = "StatementPage")
    private record StatementPage(List<StatementView> items, String nextCursor) {}
}
