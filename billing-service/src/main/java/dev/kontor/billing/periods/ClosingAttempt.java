package dev.kontor.billing.periods;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Closes a claimed partner, and gives it back where that fails; outside any transaction. */
@ApplicationScoped
class ClosingAttempt {

    private static final Logger LOG = Logger.getLogger(ClosingAttempt.class);

    private final ClosingSteps steps;

    ClosingAttempt(ClosingSteps steps) {
        this.steps = steps;
    }

    void close(Closing closing, ClosingItems.Claim claim) {
        try {
            steps.close(closing, claim);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Month %s of partner %s could not be closed", claim.month(), claim.partnerId());
            steps.failed(claim);
        }
    }
}
