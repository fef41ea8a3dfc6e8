package dev.kontor.billing.resale;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.Refuses;
import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.CsvForm;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.document.RefusesCommonly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/resale")
@Tag(name = "Resale")
class ResaleResource {

    private static final String CSV = "text/csv";

    private final ResaleService service;
    private final CallersPartner partners;

    ResaleResource(ResaleService service, CallersPartner partners) {
        this.service = service;
        this.partners = partners;
    }

    @GET
    @RolesAllowed("billing:manage")
    @Produces(MediaType.APPLICATION_JSON)
    @Refuses({BillingProblem.ALL_CUSTOMERS_REQUIRED, BillingProblem.PRICE_BOOK_MISSING})
    @RefusesCommonly(CommonProblem.NOT_FOUND)
    @Operation(
            operationId = "listResale",
            summary = "List what each customer costs and is sold for in a month",
            description =
                    "Prices the month's statement with the partner's own price book in force; for the open month, an estimate. Differences to closed months are lines with `correctsMonth`. With `Accept: text/csv`, all lines in one file. The caller must be able to see all customers.")
    @APIResponse(
            responseCode = "200",
            description = "A page of lines, and the sums of all of them",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ResaleView.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    @Parameter(name = "separator", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    public RestResponse<ResaleView> list(
            @RestQuery @Parameter(required = true, example = "2026-11") String month,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        partners.requireWhole();
        var page = PageRequest.of(limit, cursor, "resale", month).counting(count);
        int first = page.after(last -> place(last.get(0))).orElse(0);
        var resale = service.of(read(month));
        var rest = resale.lines().stream().skip(first).limit(page.fetch()).toList();
        var view = ResaleView.of(
                resale,
                Page.of(rest, page, last -> List.of(Integer.toString(first + page.limit())))
                        .withTotal(page, resale.lines()::size));
        return Pages.ok(uri, view.nextCursor(), view);
    }

    @GET
    @RolesAllowed("billing:manage")
    @Produces(CSV)
    @Operation(hidden = true)
    public Response listCsv(@RestQuery String month, @RestQuery String separator, @Context HttpHeaders headers) {
        partners.requireWhole();
        var resale = service.of(read(month));
        var form = CsvForm.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), separator);
        return Response.ok(ResaleCsv.of(resale, form))
                .header(HttpHeaders.CONTENT_TYPE, CsvForm.CONTENT_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"resale-" + resale.month() + ".csv\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static int place(String line) {
        var place = Integer.parseInt(line);
        if (place < 0) {
            throw new IllegalArgumentException(line);
        }
        return place;
    }

    private static YearMonth read(String month) {
        if (month == null) {
            throw Problems.invalid(InputError.parameter("month", "required"));
        }
        return BillingMonths.read("month", month);
    }
}
