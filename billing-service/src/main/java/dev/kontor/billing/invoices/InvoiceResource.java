package dev.kontor.billing.invoices;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.Refuses;
import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/invoices")
@Tag(name = "Invoices")
class InvoiceResource {

    private static final String PDF = "application/pdf";

    /** A document never changes. */
    private static final long VERSION = 1;

    private final InvoiceService service;
    private final InvoicePdf pdf;
    private final CallersPartner partners;
    private final EntityTags tags;

    InvoiceResource(InvoiceService service, InvoicePdf pdf, CallersPartner partners, EntityTags tags) {
        this.service = service;
        this.pdf = pdf;
        this.partners = partners;
        this.tags = tags;
    }

    @GET
    @RolesAllowed("billing:read")
    @Refuses(BillingProblem.ALL_CUSTOMERS_REQUIRED)
    @Operation(
            operationId = "listInvoices",
            summary = "List invoices and credit notes, the latest first",
            description = "Without their lines. The caller must be able to see all customers.")
    @APIResponse(responseCode = "200", description = "A page of documents")
    public RestResponse<Page<InvoiceView>> list(
            @RestQuery @Parameter(description = "Only documents about this month", example = "2026-11") String month,
            @RestQuery
                    @Pattern(regexp = "invoice|credit-note")
                    @Parameter(
                            description = "Only invoices, or only credit notes",
                            schema = @Schema(enumeration = {"invoice", "credit-note"}))
                    String kind,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        partners.requireWhole();
        var page = PageRequest.of(limit, cursor, "invoices", month, kind).counting(count);
        return Pages.ok(
                uri,
                service.list(
                        page,
                        month == null ? null : BillingMonths.read("month", month),
                        kind == null ? null : InvoiceKind.of(kind)));
    }

    @GET
    @RolesAllowed("billing:read")
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Tagged
    @Refuses(BillingProblem.ALL_CUSTOMERS_REQUIRED)
    @Operation(
            operationId = "getInvoice",
            summary = "Read an invoice or a credit note as JSON or PDF",
            description =
                    "`Accept` selects the format: `application/json` or `application/pdf`. The PDF (PDF/A-3) carries the same as `factur-x.xml` (ZUGFeRD / Factur-X, profile EN 16931).")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = InvoiceView.class)),
                @Content(mediaType = PDF, schema = @Schema(implementation = byte[].class))
            })
    public Response get(@RestPath UUID id, @Context HttpHeaders headers) {
        partners.requireWhole();
        return tags.ok(headers, VERSION, service.view(id));
    }

    @GET
    @RolesAllowed("billing:read")
    @Path("/{id}")
    @Produces(PDF)
    @Operation(hidden = true)
    public Response getPdf(@RestPath UUID id, @Context HttpHeaders headers) {
        var partner = partners.getWhole();
        var document = service.document(id);
        var printed = pdf.print(document, partner.language(headers.getAcceptableLanguages()));
        return file(printed, PDF, document, "pdf");
    }

    @GET
    @RolesAllowed("billing:read")
    @Path("/{id}/xrechnung")
    @Produces(MediaType.APPLICATION_XML)
    @Refuses({BillingProblem.ALL_CUSTOMERS_REQUIRED, BillingProblem.INVOICE_DATA_MISSING})
    @Operation(
            operationId = "getXRechnung",
            summary = "Read an invoice or a credit note as XRechnung",
            description =
                    "In the syntax of UN/CEFACT CII or of UBL 2.1. XRechnung wants more than an invoice: what is missing is named by `invoice-data-missing`, field by field.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(implementation = String.class)))
    public Response xrechnung(
            @RestPath UUID id,
            @RestQuery
                    @Pattern(regexp = "cii|ubl")
                    @Parameter(description = "Default: cii", schema = @Schema(enumeration = {"cii", "ubl"}))
                    String syntax) {
        partners.requireWhole();
        var document = service.document(id);
        var xrechnung = new EInvoice(document, EInvoice.Profile.XRECHNUNG);
        var missing = xrechnung.missing();
        if (!missing.isEmpty()) {
            throw InvoiceProblem.dataMissing(missing);
        }
        var xml = "ubl".equals(syntax) ? UblXml.of(xrechnung) : CiiXml.of(xrechnung);
        return file(xml, MediaType.APPLICATION_XML, document, "xml");
    }

    /** The type as text: as a media type, even a PDF would be given a charset. */
    private static Response file(byte[] body, String type, Document document, String ending) {
        var name = document.invoice().number() + "." + ending;
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
