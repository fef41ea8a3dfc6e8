package dev.kontor.billing;

import dev.kontor.platform.web.ProblemType;

/** What billing-service refuses by itself. */
public enum BillingProblem implements ProblemType {
    ALL_CUSTOMERS_REQUIRED(403),
    INVOICE_DATA_MISSING(409),
    NO_USAGE_DATA(404),
    PERIOD_NOT_OVER(409),
    PRICE_BOOK_INVALID(422),
    PRICE_BOOK_MISSING(409),
    PRICE_MISSING(422),
    RESALE_PRICE_MISSING(409),
    STATEMENT_VOID(409);

    private final int status;

    BillingProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
