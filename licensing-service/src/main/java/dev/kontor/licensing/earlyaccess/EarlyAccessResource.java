package dev.kontor.licensing.earlyaccess;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.Refuses;
import dev.kontor.platform.copies.OfCustomer;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/customers/{id}/early-access")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Early access")
class EarlyAccessResource {

    private final EarlyAccess earlyAccess;

    EarlyAccessResource(EarlyAccess earlyAccess) {
        this.earlyAccess = earlyAccess;
    }

    @GET
    @OfCustomer
    @RolesAllowed("licenses:read")
    @Operation(
            operationId = "listEarlyAccessOfCustomer",
            summary = "List early access programs with a customer's eligibility and enrolments")
    public RestResponse<Page<EarlyAccessView>> list(
            @RestPath UUID id,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @RestQuery boolean count,
            @Context UriInfo uri) {
        return Pages.ok(
                uri,
                earlyAccess.of(id, PageRequest.of(limit, cursor, "early-access").counting(count)));
    }

    @PUT
    @Path("/{code}")
    @OfCustomer
    @RolesAllowed("licenses:manage")
    @Refuses({
        LicensingProblem.FLEX_LICENSE_NOT_ELIGIBLE,
        LicensingProblem.NO_ELIGIBLE_LICENSE,
        LicensingProblem.PROGRAM_CLOSED,
        LicensingProblem.MANAGED_ORDER_READ_ONLY
    })
    @Operation(
            operationId = "joinEarlyAccess",
            summary = "Enrol a customer in a program",
            description = "Takes no body. Enrolling again changes nothing.")
    @APIResponse(responseCode = "200", description = "The program and the customer's enrolment")
    public EarlyAccessView enrol(@RestPath UUID id, @RestPath String code) {
        return earlyAccess.enrol(id, code);
    }

    @DELETE
    @Path("/{code}")
    @OfCustomer
    @RolesAllowed("licenses:manage")
    @Refuses(LicensingProblem.MANAGED_ORDER_READ_ONLY)
    @Operation(operationId = "leaveEarlyAccess", summary = "End a customer's enrolment")
    @APIResponse(responseCode = "204", description = "The customer is not enrolled")
    public void leave(@RestPath UUID id, @RestPath String code) {
        earlyAccess.leave(id, code);
    }
}
