package dev.kontor.billing.resale;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.Refuses;
import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/resale-price-books/{id}")
@Tag(name = "Resale")
class ResalePriceBookResource {

    private final ResalePriceBookService service;
    private final CallersPartner partners;
    private final EntityTags tags;

    ResalePriceBookResource(ResalePriceBookService service, CallersPartner partners, EntityTags tags) {
        this.service = service;
        this.partners = partners;
        this.tags = tags;
    }

    @GET
    @RolesAllowed("billing:manage")
    @Tagged
    @Operation(
            operationId = "getResalePriceBook",
            summary = "Read the latest version of a price book for the partner's customers",
            description = "Nobody but the partner can read it.")
    @APIResponse(
            responseCode = "200",
            description = "The price book",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResalePriceBookView.class)))
    public Response get(@RestPath String id, @Context HttpHeaders headers) {
        var view = service.find(partners.get().id(), id);
        return tags.ok(headers, view.version(), view);
    }

    @PUT
    @RolesAllowed("billing:manage")
    @Tagged(guarded = true)
    @Refuses(BillingProblem.PRICE_BOOK_INVALID)
    @Operation(
            operationId = "putResalePriceBook",
            summary = "Create a price book for the partner's customers, or its next version",
            description =
                    "The id is the partner's own. A stored version never changes. Months that begin before `effectiveFrom` keep their version. An invalid price book is refused with `price-book-invalid` and all reasons.")
    @APIResponse(
            responseCode = "200",
            description = "The latest version of the price book",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResalePriceBookView.class)))
    public Response put(
            @RestPath @Pattern(regexp = ResalePriceBookService.ID) String id,
            @NotNull @Valid PutResalePriceBook body,
            @Context HttpHeaders headers) {
        var view = service.put(partners.get().id(), id, body, version -> tags.requireMatch(headers, version));
        return tags.changed(view.version(), view);
    }
}
