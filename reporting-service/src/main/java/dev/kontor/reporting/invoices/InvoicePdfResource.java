package dev.kontor.reporting.invoices;

import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.reporting.ReportingProblem;
import dev.kontor.reporting.drawing.Wording;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** Prints billing's invoices. A question without effects, so it takes no idempotency key. */
@Path("/internal/invoice-pdf")
class InvoicePdfResource {

    @POST
    @RolesAllowed("internal")
    @Produces("application/pdf")
    @Operation(hidden = true)
    public byte[] print(@RestQuery String locale, @Valid @NotNull Invoice invoice) {
        var sum = invoice.sumOfLines();
        if (sum.compareTo(invoice.net().amount()) != 0) {
            // Paper that doesn't add up would be worse than none.
            throw ReportingProblem.STATEMENT_SUMS_DIFFER.problem(
                    sum.toPlainString(), invoice.net().amount().toPlainString());
        }
        return new InvoicePdf(invoice, Wording.of(ProblemCatalog.language(locale))).write();
    }
}
