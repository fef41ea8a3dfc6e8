package dev.kontor.licensing.licenses;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * What happened to a customer's licences, beside the state after it.
 *
 * @param effectiveAt when it became true; for what falls due in time that is the due date, not when it was noticed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LicensesChanged(Cause cause, Instant effectiveAt, UUID previousPartnerId) {

    enum Cause {
        @JsonProperty("account-created")
        ACCOUNT_CREATED,
        @JsonProperty("products-chosen")
        PRODUCTS_CHOSEN,
        @JsonProperty("time-passed")
        TIME_PASSED,
        @JsonProperty("customer-moved")
        CUSTOMER_MOVED
    }

    static LicensesChanged accountCreated(Instant at) {
        return new LicensesChanged(Cause.ACCOUNT_CREATED, at, null);
    }

    static LicensesChanged productsChosen(Instant at) {
        return new LicensesChanged(Cause.PRODUCTS_CHOSEN, at, null);
    }

    static LicensesChanged timePassed(Instant dueAt) {
        return new LicensesChanged(Cause.TIME_PASSED, dueAt, null);
    }

    static LicensesChanged customerMoved(UUID previousPartnerId, Instant at) {
        return new LicensesChanged(Cause.CUSTOMER_MOVED, at, previousPartnerId);
    }
}
