package dev.kontor.licensing;

import dev.kontor.platform.web.ProblemType;

/** What licensing-service refuses by itself. */
public enum LicensingProblem implements ProblemType {
    ACCOUNT_MONTHLY(409),
    ACCOUNT_NOT_MONTHLY(409),
    BILLING_TYPE_UNCHANGED(409),
    CUSTOMER_NOT_ORDERABLE(409),
    EXTERNAL_ID_TAKEN(409),
    FLEX_LICENSE_NOT_ELIGIBLE(409),
    LICENSE_ENDED(409),
    LICENSE_KEY_INVALID(422),
    LICENSE_KEY_USED(409),
    LICENSE_LIMIT_REACHED(409),
    MANAGED_ORDER_READ_ONLY(409),
    NO_ELIGIBLE_LICENSE(409),
    PRODUCT_FIXED(409),
    PROGRAM_CLOSED(409);

    private final int status;

    LicensingProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
