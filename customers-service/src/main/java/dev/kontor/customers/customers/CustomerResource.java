package dev.kontor.customers.customers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.customers.AccountType;
import dev.kontor.customers.CustomersProblem;
import dev.kontor.customers.Refuses;
import dev.kontor.customers.assistance.ConsentState;
import dev.kontor.customers.input.Contact;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Choice;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.EntityTags;
import dev.kontor.platform.web.MergePatch;
import dev.kontor.platform.web.Moment;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.document.Located;
import dev.kontor.platform.web.document.RefusesCommonly;
import dev.kontor.platform.web.document.Tagged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/customers")
@Tag(name = "Customers")
class CustomerResource {

    private final CustomerService customers;
    private final NewAccounts accounts;
    private final EntityTags tags;
    private final Caller caller;

    CustomerResource(CustomerService customers, NewAccounts accounts, EntityTags tags, Caller caller) {
        this.customers = customers;
        this.accounts = accounts;
        this.tags = tags;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("customers:read")
    @Operation(operationId = "listCustomers", summary = "List and search customers")
    @APIResponse(responseCode = "200", description = "A page of customers")
    public RestResponse<Page<CustomerView>> list(
            @RestQuery
                    @Parameter(
                            description =
                                    "Part of the name; upper and lower case and accents do not matter. At most 200 characters")
                    String search,
            @RestQuery
                    @Parameter(
                            description = "Customers with this account type",
                            schema = @Schema(implementation = AccountType.class))
                    String accountType,
            @RestQuery
                    @Parameter(
                            description = "Customers with this licence status",
                            schema = @Schema(implementation = LicenseStatus.class))
                    String licenseStatus,
            @RestQuery
                    @Parameter(
                            description = "Customers with a licence in this category",
                            schema = @Schema(implementation = LicenseCategory.class))
                    String licenseCategory,
            @RestQuery @Parameter(description = "Customers in this group") UUID groupId,
            @RestQuery
                    @Parameter(
                            description = "Customers whose Partner Assistance is on or off",
                            schema = @Schema(implementation = ConsentState.class))
                    String partnerAssistance,
            @RestQuery
                    @Parameter(
                            description = "Customers with this status",
                            schema = @Schema(implementation = CustomerStatus.class))
                    String status,
            @RestQuery
                    @Parameter(
                            description = "Customers changed at or after this instant",
                            example = "2026-11-01T00:00:00Z")
                    String updatedSince,
            @RestQuery @Parameter(description = "Show and consider only licences that are active, expiring or trial")
                    boolean activeLicensesOnly,
            @RestQuery
                    @Size(max = 100)
                    @Parameter(description = "The customer with this external id", example = "PSA-4711")
                    String externalId,
            @RestQuery
                    @Parameter(
                            description =
                                    "Customers whose Partner Assistance is on and ends before this instant or day",
                            example = "2026-12-31")
                    String assistanceExpiresBefore,
            @RestQuery
                    @Parameter(
                            description = "A leading - sorts in descending order. Default: displayName",
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "displayName",
                                                "-displayName",
                                                "createdAt",
                                                "-createdAt",
                                                "updatedAt",
                                                "-updatedAt"
                                            }))
                    String sort,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        var filter = new CustomerFilter(
                search,
                Choice.of("accountType", accountType, AccountType.class),
                Choice.of("licenseStatus", licenseStatus, LicenseStatus.class),
                Choice.of("licenseCategory", licenseCategory, LicenseCategory.class),
                groupId,
                Choice.of("partnerAssistance", partnerAssistance, ConsentState.class),
                Choice.of("status", status, CustomerStatus.class),
                Moment.of("updatedSince", updatedSince),
                activeLicensesOnly,
                externalId,
                Moment.of("assistanceExpiresBefore", assistanceExpiresBefore));
        var order = CustomerSort.of(sort);
        var page = customers.list(
                filter, order, PageRequest.of(limit, cursor, order, filter).counting(count));
        return Pages.ok(uri, activeLicensesOnly ? activeOnly(page) : page);
    }

    @POST
    @RolesAllowed({"customers:create", "vendor-operator"})
    @Tagged
    @Located
    @Refuses({CustomersProblem.EXTERNAL_ID_TAKEN, CustomersProblem.TERMS_NOT_ACCEPTED})
    @RefusesCommonly(CommonProblem.PROGRAM_REQUIRED)
    @Operation(
            operationId = "createCustomer",
            summary = "Create a trial or a monthly account",
            description =
                    "With `origin: self-service` the vendor operator creates the account of a customer that signed up itself: it has no partner, Partner Assistance is off, and the answer contains the `accountKey` that the customer can give to a partner.")
    @APIResponse(
            responseCode = "201",
            description = "Created; the licences are created shortly afterwards",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CustomerView.class)))
    public Response create(CreateCustomer command) {
        if (command == null) {
            throw Problems.malformedJson();
        }
        return caller.kind() == Caller.Kind.OPERATOR ? signUp(command) : createForPartner(command);
    }

    private Response signUp(CreateCustomer command) {
        var signedUp = accounts.signUp(command);
        return Response.created(
                        URI.create("/v1/customers/" + signedUp.customer().id()))
                .header("Cache-Control", "no-store")
                .entity(signedUp)
                .build();
    }

    private Response createForPartner(CreateCustomer command) {
        var created = accounts.create(command);
        // Of a repeat it may be a customer that the caller sees no more.
        customers.requireVisible(created.customer().id());
        return Response.created(URI.create("/v1/customers/" + created.customer().id()))
                .header(HttpHeaders.ETAG, tags.tag(created.revision(), created.customer()))
                .entity(created.customer())
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("customers:read")
    @Tagged
    @Operation(operationId = "getCustomer", summary = "Read a customer")
    @APIResponse(
            responseCode = "200",
            description = "The customer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CustomerView.class)))
    public Response get(@RestPath UUID id, @Context HttpHeaders headers) {
        var found = customers.get(id);
        return tags.ok(headers, found.revision(), found.customer());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed("customers:write")
    @Refuses({CustomersProblem.EXTERNAL_ID_TAKEN, CustomersProblem.MANAGED_ORDER_READ_ONLY})
    @Operation(
            operationId = "updateCustomer",
            summary = "Rename a customer, or change its contact, its external id or its account in the CRM")
    @APIResponse(
            responseCode = "200",
            description = "The customer after the change",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CustomerView.class)))
    public Response change(
            @RestPath UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = EditableCustomer.class))) JsonNode patch,
            @Context HttpHeaders headers) {
        var changed = customers.change(id, patch, revision -> tags.requireMatch(headers, revision));
        return tags.changed(changed.revision(), changed.customer());
    }

    @GET
    @Path("/{id}/contact")
    @RolesAllowed("customers:read")
    @Operation(operationId = "getCustomerContact", summary = "Read a customer's contact")
    @APIResponse(responseCode = "200", description = "The contact")
    public Contact contact(@RestPath UUID id) {
        return customers.contact(id);
    }

    private static Page<CustomerView> activeOnly(Page<CustomerView> page) {
        return page.map(customer -> customer.withLicenses(customer.licenses().activeOnly()));
    }
}
