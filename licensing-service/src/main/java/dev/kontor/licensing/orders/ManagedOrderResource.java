package dev.kontor.licensing.orders;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.Refuses;
import dev.kontor.licensing.accounts.CustomerAccounts;
import dev.kontor.licensing.accounts.OrderedCustomer;
import dev.kontor.licensing.copies.KnownCustomers;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.document.RefusesCommonly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/managed-orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Managed orders", description = "Orders that the vendor manages (MSP Flex Connect)")
class ManagedOrderResource {

    private static final String FLEX_CONNECT = "msp-flex-connect";

    private final Ordering ordering;
    private final OrderNumbers numbers;
    private final CustomerAccounts accounts;
    private final KnownCustomers customers;
    private final Caller caller;

    ManagedOrderResource(
            Ordering ordering,
            OrderNumbers numbers,
            CustomerAccounts accounts,
            KnownCustomers customers,
            Caller caller) {
        this.ordering = ordering;
        this.numbers = numbers;
        this.accounts = accounts;
        this.customers = customers;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("licenses:read")
    @Operation(operationId = "listManagedOrders", summary = "List managed orders, newest first")
    public RestResponse<Page<ManagedOrderView>> list(
            @Parameter(description = "Only orders of this customer") @RestQuery UUID customerId,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        requireProgram();
        var request =
                PageRequest.of(limit, cursor, "managed-orders", customerId).counting(count);
        return Pages.ok(uri, ordering.page(customerId, request));
    }

    @POST
    @RolesAllowed("licenses:manage")
    @Refuses({LicensingProblem.CUSTOMER_NOT_ORDERABLE, LicensingProblem.EXTERNAL_ID_TAKEN})
    @RefusesCommonly(CommonProblem.NOT_FOUND)
    @Operation(
            operationId = "placeManagedOrder",
            summary = "Place a managed order",
            description =
                    "Creates the customer, or uses an existing one that is on trial or already has a managed order, then creates its licences. Partner Assistance is switched on automatically. After a 503, a repeat of the same request continues where the first one stopped.")
    @APIResponse(
            responseCode = "201",
            description = "Placed",
            content = @Content(schema = @Schema(implementation = ManagedOrderView.class)))
    public Response place(@NotNull @Valid PlaceOrder wanted, @Context HttpHeaders headers) {
        requireProgram();
        if ((wanted.customer() == null) == (wanted.customerId() == null)) {
            throw Problems.invalid(InputError.pointer("/customer", "either-or", "customer", "customerId"));
        }
        if (wanted.customerId() != null) {
            customers.require(wanted.customerId());
        }
        ordering.check(wanted.products());
        var orderId = numbers.of(headers.getHeaderString("Idempotency-Key"), wanted);
        var customerId = wanted.customerId() != null ? wanted.customerId() : make(orderId, wanted.customer(), headers);
        var placed = ordering.place(orderId, customerId, wanted);
        if (placed.billing() != null) {
            accounts.bill(placed.billing());
            ordering.told(orderId, customerId);
        }
        numbers.placed(orderId);
        return Response.status(201).entity(placed.order()).build();
    }

    private UUID make(UUID orderId, PlaceOrder.NewCustomer wanted, HttpHeaders headers) {
        var customer = new OrderedCustomer(
                caller.partnerId(),
                caller.subject(),
                wanted.name(),
                wanted.region(),
                wanted.contact(),
                wanted.externalId());
        return accounts.ofOrder(orderId, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), customer);
    }

    private void requireProgram() {
        if (!caller.programs().contains(FLEX_CONNECT)) {
            throw Problems.programRequired(FLEX_CONNECT);
        }
    }
}
