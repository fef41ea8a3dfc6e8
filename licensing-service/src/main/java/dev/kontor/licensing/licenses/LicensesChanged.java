package dev.kontor.licensing.licenses;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * What happened to a customer's licences, beside the state after it.
 *
 * @param effectiveAt when it became true; for what falls due in time that is the due date, not when it was noticed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LicensesChanged(ChangeCause cause, Instant effectiveAt, UUID previousPartnerId) {

    static LicensesChanged by(ChangeCause cause, Instant at) {
        return new LicensesChanged(cause, at, null);
    }

    static LicensesChanged customerMoved(UUID previousPartnerId, Instant at) {
        return new LicensesChanged(ChangeCause.CUSTOMER_MOVED, at, previousPartnerId);
    }
}
