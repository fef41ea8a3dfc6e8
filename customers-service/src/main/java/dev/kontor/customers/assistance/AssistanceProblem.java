package dev.kontor.customers.assistance;

import dev.kontor.customers.CustomersProblem;
import dev.kontor.platform.web.Problem;
import java.util.UUID;

/** Why something inside a customer's account is refused. */
final class AssistanceProblem {

    private AssistanceProblem() {}

    /** 403: the customer has not consented; names the grant that ended and how to ask for another (rule 14). */
    static Problem off(UUID customerId, UUID grantId) {
        return CustomersProblem.PARTNER_ASSISTANCE_OFF
                .problem()
                .with("grant", grantId)
                .with("request", "POST /v1/customers/" + customerId + "/partner-assistance/requests");
    }
}
