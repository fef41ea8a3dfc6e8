package dev.kontor.customers.disconnects;

import dev.kontor.customers.eligibility.DisconnectEligibility;
import dev.kontor.platform.web.Problem;

/** Why a customer can't be disconnected now (rule 7). */
final class DisconnectProblem {

    private DisconnectProblem() {}

    /** The first of the reasons, with the day from which it works, where one is known. */
    static Problem of(DisconnectEligibility refused) {
        var reason = refused.reasons().get(0);
        if (reason.equals(DisconnectEligibility.PROGRAM_REQUIRED)) {
            return Problem.of(403, reason, DisconnectEligibility.MSP_FLEX)
                    .with("program", DisconnectEligibility.MSP_FLEX);
        }
        if (refused.earliestDate() == null) {
            return Problem.of(409, reason);
        }
        return Problem.of(409, reason, refused.earliestDate().toString()).with("earliestDate", refused.earliestDate());
    }
}
