package dev.kontor.billing.pricebooks;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.Refuses;
import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.document.RefusesCommonly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/rating-previews")
@Tag(name = "Price books")
class PreviewResource {

    private final PreviewService service;
    private final CallersPartner partners;

    PreviewResource(PreviewService service, CallersPartner partners) {
        this.service = service;
        this.partners = partners;
    }

    @POST
    @RolesAllowed("billing:read")
    @Refuses({
        BillingProblem.ALL_CUSTOMERS_REQUIRED,
        BillingProblem.PRICE_BOOK_MISSING,
        BillingProblem.PRICE_BOOK_INVALID,
        BillingProblem.PRICE_MISSING
    })
    @RefusesCommonly(CommonProblem.NOT_FOUND)
    @Operation(
            operationId = "previewRating",
            summary = "Preview the price of given quantities",
            description =
                    "Uses the same calculation as billing, in any currency; nothing is stored. An inline `priceBook` needs only `currency` and `entries`. Without `priceBook` and `priceBookId`, the price book in force for the caller's partner is used.")
    @APIResponse(responseCode = "200", description = "Lines and total")
    public PreviewView preview(@NotNull @Valid PreviewRating asked) {
        partners.requireWhole();
        return service.preview(asked);
    }
}
