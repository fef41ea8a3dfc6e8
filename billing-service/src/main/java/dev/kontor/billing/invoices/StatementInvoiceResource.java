package dev.kontor.billing.invoices;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.Refuses;
import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.document.Located;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

@Path("/v1/statements/{id}/invoice")
@Tag(name = "Invoices")
class StatementInvoiceResource {

    private final InvoiceService service;
    private final CallersPartner partners;
    private final Caller caller;

    StatementInvoiceResource(InvoiceService service, CallersPartner partners, Caller caller) {
        this.service = service;
        this.partners = partners;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"billing:manage", "vendor-operator"})
    @Located
    @Refuses({BillingProblem.ALL_CUSTOMERS_REQUIRED, BillingProblem.INVOICE_DATA_MISSING, BillingProblem.STATEMENT_VOID
    })
    @Operation(
            operationId = "issueInvoice",
            summary = "Issue the invoice of a final statement",
            description =
                    "For a statement whose invoice could not be issued as its month was closed, because data were missing. What is still missing is named by `invoice-data-missing`, field by field. A statement that has its invoice keeps it. The answer is without lines.")
    @APIResponse(
            responseCode = "201",
            description = "The invoice, or the credit note where the statement's total is negative",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvoiceView.class)))
    public Response issue(@RestPath UUID id) {
        if (caller.kind() != Caller.Kind.OPERATOR) {
            partners.requireWhole();
        }
        service.requireStatement(id);
        service.issue(id);
        var invoice = service.ofStatement(id);
        return Response.created(URI.create("/v1/invoices/" + invoice.id()))
                .entity(invoice)
                .build();
    }
}
