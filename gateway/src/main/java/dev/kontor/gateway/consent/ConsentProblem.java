package dev.kontor.gateway.consent;

import dev.kontor.gateway.policy.GatewayProblem;
import dev.kontor.platform.web.Problem;
import java.util.UUID;

/** What a partner hears at the door of a customer's account. */
final class ConsentProblem {

    private ConsentProblem() {}

    /** Names the grant that is missing and how to ask for it (domain.md, rule 14). */
    static Problem assistanceOff(UUID customer, UUID grant) {
        var problem = GatewayProblem.PARTNER_ASSISTANCE_OFF
                .problem()
                .with("request", "POST /v1/customers/" + customer + "/partner-assistance/requests");
        return grant == null ? problem : problem.with("grant", grant);
    }
}
