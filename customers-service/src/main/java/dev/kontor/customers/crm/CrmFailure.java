package dev.kontor.customers.crm;

import java.time.Duration;
import java.util.Locale;

/** A name did not get to the CRM; it will be tried again. */
final class CrmFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What a partner can do something about. */
    enum Reason {
        ADDRESS_REFUSED,
        UNREACHABLE,
        TIMED_OUT,
        CREDENTIALS_REFUSED,
        RATE_LIMITED,
        /** The CRM does not take this one account; it may well take others. */
        ACCOUNT_REFUSED,
        CRM_FAILED,
        SECRET_UNREADABLE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;
    private final Duration retryAfter;
    private final String crmCode;

    private CrmFailure(Reason reason, Duration retryAfter, String crmCode) {
        super(reason.code(), null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.crmCode = crmCode;
    }

    static CrmFailure of(Reason reason) {
        return new CrmFailure(reason, Duration.ZERO, null);
    }

    /** The CRM said when to come back, and what is wrong in a word of its own, which may be null. */
    static CrmFailure of(Reason reason, Duration retryAfter, String crmCode) {
        return new CrmFailure(reason, retryAfter, crmCode);
    }

    /** The reason, and behind a blank the CRM's own word where it gave one. */
    String text() {
        return crmCode == null ? reason.code() : reason.code() + " " + crmCode;
    }

    Reason reason() {
        return reason;
    }

    /** Zero where it said nothing. */
    Duration retryAfter() {
        return retryAfter;
    }

    boolean isOfOneAccount() {
        return reason == Reason.ACCOUNT_REFUSED;
    }
}
