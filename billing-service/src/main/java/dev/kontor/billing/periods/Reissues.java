package dev.kontor.billing.periods;

import dev.kontor.billing.statements.Reissuable;
import dev.kontor.billing.statements.Reissue;
import dev.kontor.platform.messaging.Inbox;
import dev.kontor.platform.security.rows.RowScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Closes a partner's month again whose statement was taken back: at once, or if this process dies, at the next tick. */
@ApplicationScoped
class Reissues {

    private final ClosingItems items;
    private final Closings closings;
    private final ClosingSteps steps;
    private final ClosingAttempt attempt;
    private final Inbox inbox;
    private final ClosingConfig config;

    Reissues(
            ClosingItems items,
            Closings closings,
            ClosingSteps steps,
            ClosingAttempt attempt,
            Inbox inbox,
            ClosingConfig config) {
        this.items = items;
        this.closings = closings;
        this.steps = steps;
        this.attempt = attempt;
        this.inbox = inbox;
        this.config = config;
    }

    /** In the transaction that takes the statement back. */
    void wanted(@Observes Reissue reissue) {
        items.again(reissue.partnerId(), reissue.month());
        closings.reopen(reissue.month());
    }

    /** Outside any transaction. */
    void possible(@Observes Reissuable reissue) throws InterruptedException {
        if (inbox.awaitCaughtUp(config.catchUp())) {
            RowScope.worker().run(() -> steps.of(reissue.month()).ifPresent(closing -> close(closing, reissue)));
        }
    }

    private void close(Closing closing, Reissuable reissue) {
        steps.claim(closing, reissue.partnerId()).ifPresent(claim -> attempt.close(closing, claim));
        steps.finish(closing);
    }
}
