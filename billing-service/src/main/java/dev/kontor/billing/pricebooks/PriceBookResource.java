package dev.kontor.billing.pricebooks;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.Refuses;
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

@Path("/v1/price-books")
@Tag(name = "Price books")
class PriceBookResource {

    private final PriceBookService service;
    private final EntityTags tags;

    PriceBookResource(PriceBookService service, EntityTags tags) {
        this.service = service;
        this.tags = tags;
    }

    @GET
    @RolesAllowed("vendor-operator")
    @Path("/{id}")
    @Tagged
    @Operation(operationId = "getPriceBook", summary = "Read the latest version of a price book")
    @APIResponse(
            responseCode = "200",
            description = "The price book",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PriceBookView.class)))
    public Response get(@RestPath String id, @Context HttpHeaders headers) {
        var view = service.find(id);
        return tags.ok(headers, view.version(), view);
    }

    @PUT
    @RolesAllowed("vendor-operator")
    @Path("/{id}")
    @Tagged(guarded = true)
    @Refuses(BillingProblem.PRICE_BOOK_INVALID)
    @Operation(
            operationId = "putPriceBook",
            summary = "Create a price book or its next version",
            description =
                    "A stored version never changes. Months that begin before `effectiveFrom` keep their version. An invalid price book is refused with `price-book-invalid` and all reasons.")
    @APIResponse(
            responseCode = "200",
            description = "The latest version of the price book",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PriceBookView.class)))
    public Response put(
            @RestPath @Pattern(regexp = PriceBookService.ID) String id,
            @NotNull @Valid PutPriceBook body,
            @Context HttpHeaders headers) {
        if (body.partnerId() != null && !service.knows(body.partnerId())) {
            service.ask(body.partnerId());
        }
        var view = service.put(id, body, version -> tags.requireMatch(headers, version));
        return tags.changed(view.version(), view);
    }
}
