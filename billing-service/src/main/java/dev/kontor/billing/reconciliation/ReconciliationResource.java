package dev.kontor.billing.reconciliation;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.Refuses;
import dev.kontor.billing.copies.CallersPartner;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/reconciliations")
@Tag(name = "Statements")
class ReconciliationResource {

    private static final String CSV = "text/csv";

    private final ReconciliationService service;
    private final CallersPartner partners;
    private final Validator validator;

    ReconciliationResource(ReconciliationService service, CallersPartner partners, Validator validator) {
        this.service = service;
        this.partners = partners;
        this.validator = validator;
    }

    @POST
    @RolesAllowed("billing:read")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Refuses(BillingProblem.ALL_CUSTOMERS_REQUIRED)
    @Operation(
            operationId = "reconcile",
            summary = "Compare the partner's own figures with its statement",
            description =
                    "Rows identify customers by id or `externalId`. They are compared with the month's billable quantities and, if given, amounts. Nothing is stored. The rows can be sent as `text/csv` with the month in the query and a header `customer`, `product`, `quantity`, `amount`; `Accept` selects the form of the answer. The caller must be able to see all customers.")
    @APIResponse(
            responseCode = "200",
            description = "The differences; empty if the figures agree",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReconciliationView.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    @Parameter(
            name = "month",
            in = ParameterIn.QUERY,
            description = "Only with text/csv",
            schema = @Schema(type = SchemaType.STRING, examples = "2026-11"))
    public Response reconcile(
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = Reconcile.class)),
                                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
                            })
                    @NotNull
                    @Valid
                    Reconcile asked,
            @Context HttpHeaders headers) {
        partners.requireWhole();
        return answer(service.reconcile(asked), headers);
    }

    @POST
    @RolesAllowed("billing:read")
    @Consumes(CSV)
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(hidden = true)
    public Response reconcileCsv(
            @RestQuery @Parameter(example = "2026-11") String month,
            @RequestBody String table,
            @Context HttpHeaders headers) {
        partners.requireWhole();
        var asked = ReconciliationCsv.read(month, table);
        var violations = validator.validate(asked);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return answer(service.reconcile(asked), headers);
    }

    private static Response answer(ReconciliationView view, HttpHeaders headers) {
        var answer = wantsCsv(headers)
                ? Response.ok(ReconciliationCsv.write(view)).type(CSV + ";charset=UTF-8")
                : Response.ok(view).type(MediaType.APPLICATION_JSON);
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private static boolean wantsCsv(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(type ->
                        type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(MediaType.valueOf(CSV)))
                .findFirst()
                .map(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .orElse(false);
    }
}
