package dev.kontor.customers.crm;

import dev.kontor.customers.CrmReason;
import java.time.Duration;

/** A name did not get to the CRM; it will be tried again. */
final class CrmFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final CrmReason reason;
    private final Duration retryAfter;
    private final String crmCode;

    private CrmFailure(CrmReason reason, Duration retryAfter, String crmCode) {
        super(reason.code(), null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.crmCode = crmCode;
    }

    static CrmFailure of(CrmReason reason) {
        return new CrmFailure(reason, Duration.ZERO, null);
    }

    /** The CRM said when to come back, and what is wrong in a word of its own, which may be null. */
    static CrmFailure of(CrmReason reason, Duration retryAfter, String crmCode) {
        return new CrmFailure(reason, retryAfter, crmCode);
    }

    /** The reason, and behind a blank the CRM's own word where it gave one. */
    String text() {
        return crmCode == null ? reason.code() : reason.code() + " " + crmCode;
    }

    CrmReason reason() {
        return reason;
    }

    /** Zero where it said nothing. */
    Duration retryAfter() {
        return retryAfter;
    }

    boolean isOfOneAccount() {
        return reason == CrmReason.ACCOUNT_REFUSED;
    }
}
