package dev.kontor.customers;

import dev.kontor.platform.web.ProblemType;

/** What customers-service refuses by itself. */
public enum CustomersProblem implements ProblemType {
    ACCOUNT_KEY_UNKNOWN(422),
    ACTIVE_LICENSE(409),
    ALREADY_CONNECTED(409),
    EXTERNAL_ID_TAKEN(409),
    GROUP_NAME_TAKEN(409),
    GROUP_QUOTA_REACHED(409),
    LAUNCH_CODE_USED(409),
    LOGO_INVALID(422),
    MANAGED_ORDER_READ_ONLY(409),
    MANAGEMENT_REQUEST_CLOSED(409),
    MANAGEMENT_REQUEST_OPEN(409),
    PARTNER_ASSISTANCE_OFF(403),
    PROVISIONING_MISSING(422),
    REACTIVATION_WINDOW(409),
    SELF_BLOCK(409),
    SUBJECT_QUOTA_REACHED(409),
    TERMS_NOT_ACCEPTED(422),
    TOO_MANY_ADMINISTRATORS(409),
    TOO_MANY_GROUPS(409);

    private final int status;

    CustomersProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
