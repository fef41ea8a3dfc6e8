package dev.kontor.billing.invoices;

import dev.kontor.billing.BillingProblem;
import dev.kontor.platform.web.Problem;
import java.util.List;

/** Why there is no document, or not in that form. */
final class InvoiceProblem {

    private InvoiceProblem() {}

    /**
     * Names what is missing.
     *
     * @param fields by the names of the partner's invoicing data; the issuer's behind {@code issuer.}
     */
    static Problem dataMissing(List<String> fields) {
        return BillingProblem.INVOICE_DATA_MISSING
                .problem(String.join(", ", fields))
                .with("missing", fields);
    }
}
