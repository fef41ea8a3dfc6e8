package dev.kontor.reporting.bills;

import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.reporting.ReportingProblem;
import dev.kontor.reporting.copies.Logos;
import dev.kontor.reporting.drawing.Wording;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** Prints the bills of partners' customers. A question without effects, so it takes no idempotency key. */
@Path("/internal/resale-bill-pdf")
class BillPdfResource {

    private final Logos logos;

    BillPdfResource(Logos logos) {
        this.logos = logos;
    }

    @POST
    @RolesAllowed("internal")
    @Produces("application/pdf")
    @Operation(hidden = true)
    public byte[] print(@RestQuery String locale, @Valid @NotNull Bill bill) {
        var sum = bill.sumOfLines();
        if (sum.compareTo(bill.total().amount()) != 0) {
            // Paper that doesn't add up would be worse than none.
            throw ReportingProblem.STATEMENT_SUMS_DIFFER.problem(
                    sum.toPlainString(), bill.total().amount().toPlainString());
        }
        // No transaction holds the database while pages are made.
        var logo = logos.find(bill.logoHash()).orElse(null);
        return new BillPdf(bill, Wording.of(ProblemCatalog.language(locale))).write(logo);
    }
}
