package dev.kontor.billing.resale;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.Refuses;
import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.platform.web.CsvForm;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

@Path("/v1/customers/{customerId}/resale-bills/{month}")
@Tag(name = "Resale")
class ResaleBillResource {

    private static final String CSV = "text/csv";
    private static final String PDF = "application/pdf";

    private final ResaleService service;
    private final ResaleBillPdf pdf;
    private final CallersPartner partners;
    private final EntityTags tags;

    ResaleBillResource(ResaleService service, ResaleBillPdf pdf, CallersPartner partners, EntityTags tags) {
        this.service = service;
        this.pdf = pdf;
        this.partners = partners;
        this.tags = tags;
    }

    @GET
    @RolesAllowed("billing:manage")
    @Produces(MediaType.APPLICATION_JSON)
    @Tagged
    @Refuses({
        BillingProblem.ALL_CUSTOMERS_REQUIRED,
        BillingProblem.PRICE_BOOK_MISSING,
        BillingProblem.RESALE_PRICE_MISSING
    })
    @Operation(
            operationId = "getResaleBill",
            summary = "Read a customer's bill of a month as JSON, CSV or PDF",
            description =
                    "What the partner charges this customer, by its own price book; nothing in it tells what that costs the partner. `Accept` selects the format: `application/json`, `text/csv` or `application/pdf` (with the partner's logo). The bill is not kept: it follows from the statement and the price book it names. The caller must be able to see all customers.")
    @APIResponse(
            responseCode = "200",
            description = "The bill",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ResaleBillView.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = PDF, schema = @Schema(implementation = byte[].class))
            })
    @Parameter(name = "separator", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    public Response get(
            @RestPath UUID customerId,
            @RestPath @Parameter(example = "2026-11") String month,
            @Context HttpHeaders headers) {
        var bill = bill(customerId, month);
        return tags.ok(headers, bill.priceBook().version(), bill);
    }

    @GET
    @RolesAllowed("billing:manage")
    @Produces(CSV)
    @Operation(hidden = true)
    public Response getCsv(
            @RestPath UUID customerId,
            @RestPath String month,
            @RestQuery String separator,
            @Context HttpHeaders headers) {
        var bill = bill(customerId, month);
        var form = CsvForm.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), separator);
        return file(ResaleBillCsv.of(bill, form), CsvForm.CONTENT_TYPE, bill, "csv");
    }

    @GET
    @RolesAllowed("billing:manage")
    @Produces(PDF)
    @Operation(hidden = true)
    public Response getPdf(@RestPath UUID customerId, @RestPath String month, @Context HttpHeaders headers) {
        var bill = bill(customerId, month);
        return file(pdf.print(bill, partners.get(), headers.getAcceptableLanguages()), PDF, bill, "pdf");
    }

    private ResaleBillView bill(UUID customerId, String month) {
        partners.requireWhole();
        return service.bill(customerId, BillingMonths.read("month", month));
    }

    /** The type as text: as a media type, even a PDF would be given a charset. */
    private static Response file(Object body, String type, ResaleBillView bill, String ending) {
        var name = "bill-" + bill.month() + "-" + bill.customerId() + "." + ending;
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
