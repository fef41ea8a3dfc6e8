package dev.kontor.billing.reconciliation;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.Refuses;
import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.CallersPartner;
import dev.kontor.billing.reconciliation.ReconciliationService.Reconciliation;
import dev.kontor.platform.web.CsvForm;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
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

    ReconciliationResource(ReconciliationService service, CallersPartner partners) {
        this.service = service;
        this.partners = partners;
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
                    "Rows identify customers by id, `externalId` or name, and products by code, name or former name. Rows of the same customer and product are added up, credits included. They are compared with the month's billable quantities and, if given, amounts. Nothing is stored. The rows can be sent as `text/csv`, as many as the body takes, with the month in the query and a header `customer`, `product`, `quantity`, `amount`, or what PSA tools call these in English or German; the table may be separated by comma, semicolon or tab, and in any character set that `Content-Type` declares. A row of it that cannot be used is a finding of its own (`unusable`), a number that can be read in two ways (`1,234`) included. `Accept` selects the form of the answer. The caller must be able to see all customers.")
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
            @RestQuery String separator,
            @Context HttpHeaders headers) {
        partners.requireWhole();
        asked.requireShortNumbers();
        var reconciliation = service.of(BillingMonths.readField("/month", asked.month()));
        asked.rows().forEach(reconciliation.comparison()::add);
        return answer(reconciliation, separator, headers);
    }

    @POST
    @RolesAllowed("billing:read")
    @Consumes(CSV)
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(hidden = true)
    public Response reconcileCsv(
            @RestQuery @Parameter(example = "2026-11") String month,
            @RestQuery String separator,
            InputStream body,
            @Context HttpHeaders headers) {
        partners.requireWhole();
        if (month == null) {
            throw Problems.invalid(InputError.parameter("month", "required"));
        }
        var compared = BillingMonths.read("month", month);
        // In UTF-8 by now, whatever it was declared to be.
        var table = new ReconciliationCsv(body, null);
        var reconciliation = service.of(compared);
        table.addTo(reconciliation.comparison());
        return answer(reconciliation, separator, headers);
    }

    private static Response answer(Reconciliation reconciliation, String separator, HttpHeaders headers) {
        var form = CsvForm.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), separator);
        var view = reconciliation.view();
        var answer = wantsCsv(headers)
                ? Response.ok(ReconciliationCsv.write(view, form)).type(CsvForm.CONTENT_TYPE)
                : Response.ok(view).type(MediaType.APPLICATION_JSON);
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .build();
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
