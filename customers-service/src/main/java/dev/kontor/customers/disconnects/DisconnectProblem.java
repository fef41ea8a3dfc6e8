package dev.kontor.customers.disconnects;

import dev.kontor.customers.eligibility.DisconnectEligibility;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;

/** Why a customer can't be disconnected now (rule 7). */
final class DisconnectProblem {

    private DisconnectProblem() {}

    /** The first of the reasons, with the day from which it works, where one is known. */
    static Problem of(DisconnectEligibility refused) {
        var reason = refused.reasons().get(0);
        if (reason == CommonProblem.PROGRAM_REQUIRED) {
            return Problems.programRequired(DisconnectEligibility.MSP_FLEX);
        }
        if (refused.earliestDate() == null) {
            return reason.problem();
        }
        return reason.problem(refused.earliestDate().toString()).with("earliestDate", refused.earliestDate());
    }
}
