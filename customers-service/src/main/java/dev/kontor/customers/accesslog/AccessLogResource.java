package dev.kontor.customers.accesslog;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import dev.kontor.platform.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/customers/{id}/access-log")
@Tag(name = "Access log")
class AccessLogResource {

    private final AccessLog log;
    private final Verifications verifications;
    private final VisibleCustomers customers;

    AccessLogResource(AccessLog log, Verifications verifications, VisibleCustomers customers) {
        this.log = log;
        this.verifications = verifications;
        this.customers = customers;
    }

    @GET
    @RolesAllowed({"access-log:read", "customer-admin"})
    @Operation(
            operationId = "listAccessLog",
            summary = "List what was done inside the customer's account, newest first")
    @APIResponse(responseCode = "200", description = "A page of entries")
    public RestResponse<AccessLogPage> list(
            @RestPath UUID id,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        customers.require(id);
        var page =
                log.newest(id, PageRequest.of(limit, cursor, "access-log", id).counting(count));
        return Pages.ok(uri, page.nextCursor(), page);
    }

    @GET
    @Path("/verification")
    @RolesAllowed({"access-log:read", "customer-admin"})
    @Operation(
            operationId = "verifyAccessLog",
            summary = "Verify the access log's hash chain, and that it extends a head you kept")
    @APIResponse(responseCode = "200", description = "Whether the chain is intact")
    public Verification verify(
            @RestPath UUID id,
            @Parameter(description = "The sequence of a head you kept; with its hash") @RestQuery @PositiveOrZero
                    Long sequence,
            @Parameter(description = "The hash of a head you kept, in hexadecimal; with its sequence")
                    @RestQuery
                    @Pattern(regexp = "[0-9a-f]{64}")
                    String hash) {
        if ((sequence == null) != (hash == null)) {
            throw Problems.invalid(InputError.parameter(sequence == null ? "sequence" : "hash", "required"));
        }
        customers.require(id);
        return verifications.verify(id, hash == null ? null : new ChainHead.View(sequence, hash));
    }
}
