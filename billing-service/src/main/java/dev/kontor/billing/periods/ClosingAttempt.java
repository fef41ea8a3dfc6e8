package dev.kontor.billing.periods;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Closes partners together, or one by one where that fails, and gives back the one that fails; outside any transaction. */
@ApplicationScoped
class ClosingAttempt {

    private static final Logger LOG = Logger.getLogger(ClosingAttempt.class);

    private final ClosingSteps steps;

    ClosingAttempt(ClosingSteps steps) {
        this.steps = steps;
    }

    /** Closes some of those that wait; false where none was left. */
    boolean closeSome(Closing closing) {
        try {
            return steps.closeSome(closing);
        } catch (RuntimeException e) {
            LOG.infof("Some partners' month %s can't be closed together: %s", closing.month(), e.getMessage());
            Optional<ClosingItems.Claim> claim = steps.claim(closing);
            claim.ifPresent(its -> close(closing, its));
            return claim.isPresent();
        }
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
