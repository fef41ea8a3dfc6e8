package dev.kontor.billing.invoicing;

import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.document.RefusesCommonly;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/partner/invoicing")
@Tag(name = "Invoices")
class OwnInvoicingResource {

    private final InvoicingService service;
    private final CallersPartner partners;
    private final EntityTags tags;

    OwnInvoicingResource(InvoicingService service, CallersPartner partners, EntityTags tags) {
        this.service = service;
        this.partners = partners;
        this.tags = tags;
    }

    @GET
    @RolesAllowed("billing:manage")
    @Tagged
    @RefusesCommonly(CommonProblem.NOT_FOUND)
    @Operation(
            operationId = "getOwnInvoicing",
            summary = "Read to whom the invoices of the caller's own partner are made out",
            description = "404 until they have been given.")
    @APIResponse(
            responseCode = "200",
            description = "The invoicing data",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvoicingData.class)))
    public Response get(@Context HttpHeaders headers) {
        var buyer = service.find(partners.get().id());
        return tags.ok(headers, buyer.version(), buyer.data());
    }

    @PUT
    @RolesAllowed("billing:manage")
    @Tagged(guarded = true)
    @Operation(
            operationId = "putOwnInvoicing",
            summary = "Say to whom the invoices of the caller's own partner are made out",
            description =
                    "Every field may be missing, but an invoice needs `legalName`, `address` and, in another member state of the European Union than the issuer's, `vatId`; what is missing is named by the close of a month and by `invoice-data-missing`. XRechnung also needs `email`, and the address's `city` and `postalCode`.")
    @APIResponse(
            responseCode = "200",
            description = "The invoicing data",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvoicingData.class)))
    public Response put(@NotNull @Valid InvoicingData body, @Context HttpHeaders headers) {
        var buyer = service.put(partners.get().id(), body, version -> tags.requireMatch(headers, version));
        return tags.changed(buyer.version(), buyer.data());
    }
}
