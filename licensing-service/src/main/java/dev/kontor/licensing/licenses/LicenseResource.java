package dev.kontor.licensing.licenses;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.Refuses;
import dev.kontor.licensing.catalogue.Category;
import dev.kontor.licensing.copies.KnownCustomers;
import dev.kontor.licensing.terms.LicenseStatus;
import dev.kontor.licensing.terms.LicenseType;
import dev.kontor.platform.copies.OfCustomer;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Choice;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Moment;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.document.RefusesCommonly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Licenses", description = "Licences and the customers that hold them")
class LicenseResource {

    static final String FLEX = "msp-flex";
    private static final String FLEX_CONNECT = "msp-flex-connect";

    private final LicenseList list;
    private final MonthlyLicenses monthly;
    private final KnownCustomers customers;
    private final Caller caller;
    private final Clock clock;

    LicenseResource(LicenseList list, MonthlyLicenses monthly, KnownCustomers customers, Caller caller, Clock clock) {
        this.list = list;
        this.monthly = monthly;
        this.customers = customers;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/licenses")
    @RolesAllowed("licenses:read")
    @Operation(operationId = "listLicenses", summary = "List licences across all customers that the caller can see")
    public RestResponse<Page<LicenseView>> all(
            @Parameter(description = "Only licences of this customer") @RestQuery UUID customerId,
            @Parameter(
                            description = "Only licences of products of this category",
                            schema = @Schema(implementation = Category.class))
                    @RestQuery
                    String category,
            @Parameter(
                            description = "Only licences with this status now",
                            schema = @Schema(implementation = LicenseStatus.class))
                    @RestQuery
                    String status,
            @Parameter(description = "Only licences of this type", schema = @Schema(implementation = LicenseType.class))
                    @RestQuery
                    String type,
            @Parameter(description = "Licences of the product with this code", example = "endpoint-advanced")
                    @RestQuery
                    @Size(max = 60)
                    String product,
            @Parameter(
                            description = "Licences that expire before this date (00:00 UTC) or instant",
                            example = "2026-12-31")
                    @RestQuery
                    String expiresBefore,
            @Parameter(description = "Only licences that are active, expiring or trial") @RestQuery Boolean activeOnly,
            @Parameter(
                            description = "A leading - sorts in descending order. Default: endDate",
                            schema = @Schema(enumeration = {"endDate", "-endDate", "startDate", "-startDate"}))
                    @RestQuery
                    String sort,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        var search = new LicenseSearch(
                customerId,
                Choice.of("category", category, Category.class),
                Choice.of("status", status, LicenseStatus.class),
                Choice.of("type", type, LicenseType.class),
                product,
                Moment.of("expiresBefore", expiresBefore),
                Boolean.TRUE.equals(activeOnly),
                caller.programs().contains(FLEX_CONNECT),
                null,
                LicenseOrder.of(sort));
        var request = PageRequest.of(limit, cursor, search).counting(count);
        if (customerId != null) {
            // A filter is no address: what the caller doesn't see gives an empty page, but what is new must be there.
            customers.find(customerId);
        }
        return Pages.ok(uri, page(search, request));
    }

    @GET
    @Path("/customers/{id}/licenses")
    @OfCustomer
    @RolesAllowed("licenses:read")
    @Operation(operationId = "listLicensesOfCustomer", summary = "List the licences of a customer")
    public RestResponse<Page<LicenseView>> ofCustomer(
            @RestPath UUID id,
            @Parameter(description = "Only licences that are active, expiring or trial") @RestQuery Boolean activeOnly,
            @Parameter(
                            description =
                                    "Show the licences as of this date (00:00 UTC) or instant, including every segment of monthly licences. Default: now",
                            example = "2026-11-01")
                    @RestQuery
                    String asOf,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        var search = LicenseSearch.ofCustomer(id, Boolean.TRUE.equals(activeOnly), Moment.of("asOf", asOf));
        return Pages.ok(uri, page(search, PageRequest.of(limit, cursor, search).counting(count)));
    }

    @PUT
    @Path("/customers/{id}/licenses")
    @OfCustomer(program = FLEX)
    @RolesAllowed("licenses:manage")
    @Refuses({LicensingProblem.ACCOUNT_NOT_MONTHLY, LicensingProblem.MANAGED_ORDER_READ_ONLY})
    @RefusesCommonly(CommonProblem.PROGRAM_REQUIRED)
    @Operation(
            operationId = "chooseMonthlyProducts",
            summary = "Choose the products of a monthly account",
            description =
                    "The body replaces the present choice: licences of products chosen before continue, licences of products no longer chosen end now and stay in the list as revoked. If one product cannot be chosen, the whole request is refused.")
    public RestResponse<Page<LicenseView>> choose(
            @RestPath UUID id, @NotNull @Valid ChooseProducts wanted, @Context UriInfo uri) {
        monthly.choose(id, holder(), wanted);
        var search = LicenseSearch.ofCustomer(id, false, null);
        return Pages.ok(uri, page(search, PageRequest.of(PageRequest.MAX_LIMIT, null, search)));
    }

    private Page<LicenseView> page(LicenseSearch search, PageRequest request) {
        var at = search.asOf() == null ? clock.instant() : search.asOf();
        var holder = holder();
        return list.page(search, request, at)
                .map(row -> LicenseView.of(search.asOf() == null ? row : row.asOf(at), holder, at));
    }

    private Holder holder() {
        return new Holder(caller.may("licenses:manage"), caller.programs().contains(FLEX));
    }
}
