package dev.kontor.reporting.statements;

import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.reporting.copies.LicenseCopies;
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

/** Prints billing's statements. A question without effects, so it takes no idempotency key. */
@Path("/internal/statement-pdf")
class StatementPdfResource {

    private final LicenseCopies products;
    private final Logos logos;

    StatementPdfResource(LicenseCopies products, Logos logos) {
        this.products = products;
        this.logos = logos;
    }

    @POST
    @RolesAllowed("internal")
    @Produces("application/pdf")
    @Operation(hidden = true)
    public byte[] print(@RestQuery String locale, @Valid @NotNull Statement statement) {
        var sum = statement.sumOfLines();
        if (sum.compareTo(statement.total().amount()) != 0) {
            throw StatementProblem.sumsDiffer(sum, statement.total().amount());
        }
        // No transaction holds the database while pages are made.
        var names = products.productNames();
        var logo = logos.find(statement.partner().logoHash()).orElse(null);
        return new StatementPdf(statement, Wording.of(ProblemCatalog.language(locale))).write(logo, names);
    }
}
