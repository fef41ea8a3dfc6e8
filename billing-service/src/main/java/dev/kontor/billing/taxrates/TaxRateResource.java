package dev.kontor.billing.taxrates;

import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/tax-rates")
@Tag(name = "Invoices")
class TaxRateResource {

    private static final int MOST = 1_000;

    private final TaxRateService service;
    private final EntityTags tags;

    TaxRateResource(TaxRateService service, EntityTags tags) {
        this.service = service;
        this.tags = tags;
    }

    @GET
    @RolesAllowed("vendor-operator")
    @Tagged
    @Operation(operationId = "getTaxRates", summary = "Read the tax rates")
    @APIResponse(
            responseCode = "200",
            description = "The rates by country, category and first day",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = TaxRate.class)))
    public Response get(@Context HttpHeaders headers) {
        var list = service.get();
        return tags.ok(headers, list.version(), list.rates());
    }

    @PUT
    @RolesAllowed("vendor-operator")
    @Tagged(guarded = true)
    @Operation(
            operationId = "putTaxRates",
            summary = "Replace the tax rates",
            description =
                    "A line of an invoice is taxed at the rate of the last day of its month. Issued documents keep their rates. Only category `S` has rates above zero.")
    @APIResponse(
            responseCode = "200",
            description = "The rates by country, category and first day",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = TaxRate.class)))
    public Response put(@NotNull @Size(max = MOST) List<@NotNull @Valid TaxRate> rates, @Context HttpHeaders headers) {
        var list = service.put(rates, version -> tags.requireMatch(headers, version));
        return tags.changed(list.version(), list.rates());
    }
}
