package dev.kontor.billing.invoicing;

import dev.kontor.platform.web.EntityTags;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/partners/{id}/invoicing")
@Tag(name = "Invoices")
class PartnerInvoicingResource {

    private final InvoicingService service;
    private final EntityTags tags;

    PartnerInvoicingResource(InvoicingService service, EntityTags tags) {
        this.service = service;
        this.tags = tags;
    }

    @GET
    @RolesAllowed("vendor-operator")
    @Tagged
    @Operation(
            operationId = "getPartnerInvoicing",
            summary = "Read to whom the invoices of a partner are made out",
            description = "404 until they have been given.")
    @APIResponse(
            responseCode = "200",
            description = "The invoicing data",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvoicingData.class)))
    public Response get(@RestPath UUID id, @Context HttpHeaders headers) {
        var buyer = service.find(id);
        return tags.ok(headers, buyer.version(), buyer.data());
    }

    @PUT
    @RolesAllowed("vendor-operator")
    @Tagged(guarded = true)
    @Operation(
            operationId = "putPartnerInvoicing",
            summary = "Say to whom the invoices of a partner are made out",
            description =
                    "Every field may be missing, but an invoice needs `legalName`, `address` and, in another member state of the European Union than the issuer's, `vatId`; what is missing is named by the close of a month and by `invoice-data-missing`. XRechnung also needs `email`, and the address's `city` and `postalCode`.")
    @APIResponse(
            responseCode = "200",
            description = "The invoicing data",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvoicingData.class)))
    public Response put(@RestPath UUID id, @NotNull @Valid InvoicingData body, @Context HttpHeaders headers) {
        if (!service.knows(id)) {
            service.ask(id);
        }
        var buyer = service.put(id, body, version -> tags.requireMatch(headers, version));
        return tags.changed(buyer.version(), buyer.data());
    }
}
