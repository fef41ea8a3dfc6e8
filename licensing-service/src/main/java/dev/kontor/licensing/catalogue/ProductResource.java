package dev.kontor.licensing.catalogue;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.Refuses;
import dev.kontor.licensing.catalogue.Catalogue.Versioned;
import dev.kontor.platform.web.Choice;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.document.Tagged;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products", description = "The product catalogue")
class ProductResource {

    private final Catalogue catalogue;
    private final EntityTags tags;

    ProductResource(Catalogue catalogue, EntityTags tags) {
        this.catalogue = catalogue;
        this.tags = tags;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listProducts", summary = "List products by code")
    public RestResponse<Page<ProductView>> list(
            @Parameter(
                            description = "Only products of this category",
                            schema = @Schema(implementation = Category.class))
                    @RestQuery
                    String category,
            @Parameter(description = "Only products that can (true) or cannot (false) be billed monthly") @RestQuery
                    Boolean monthly,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        var filter = new ProductFilter(Choice.of("category", category, Category.class), monthly);
        var page = catalogue.page(filter, PageRequest.of(limit, cursor, filter).counting(count));
        return Pages.ok(uri, page);
    }

    @GET
    @Path("/{code}")
    @Authenticated
    @Tagged
    @Operation(operationId = "getProduct", summary = "Read a product")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProductView.class)))
    public Response get(@RestPath String code, @Context HttpHeaders headers) {
        var product = catalogue.get(code);
        return tags.ok(headers, product.version(), product.view());
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("vendor-operator")
    @Tagged(guarded = true)
    @Refuses(LicensingProblem.PRODUCT_FIXED)
    @Operation(
            operationId = "putProduct",
            summary = "Create or change a product",
            description =
                    "A renamed product keeps its code; its old name is added to `formerNames`. The category and the unit of a product cannot be changed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProductView.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProductView.class)))
    public Response put(@RestPath String code, @NotNull @Valid ProductChange wanted, @Context HttpHeaders headers) {
        Codes.check(code, wanted.code());
        return answer(catalogue.put(code, wanted, version -> tags.requireMatch(headers, version)));
    }

    private Response answer(Versioned product) {
        return Response.status(product.created() ? 201 : 200)
                .entity(product.view())
                .header(HttpHeaders.ETAG, tags.tag(product.version(), product.view()))
                .build();
    }
}
