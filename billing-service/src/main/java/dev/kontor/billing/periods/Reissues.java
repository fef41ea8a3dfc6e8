package dev.kontor.billing.periods;

import dev.kontor.billing.statements.Reissuable;
import dev.kontor.billing.statements.Reissue;
import dev.kontor.platform.jobs.JobRunner;
import dev.kontor.platform.jobs.Jobs;
import dev.kontor.platform.messaging.Inbox;
import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Closes a partner's month again whose statement was taken back: at once, or if this process dies, at the next tick. */
@ApplicationScoped
class Reissues {

    private final Closings closings;
    private final MonthClosing kind;
    private final Jobs jobs;
    private final JobRunner runner;
    private final Inbox inbox;
    private final ClosingConfig config;

    Reissues(Closings closings, MonthClosing kind, Jobs jobs, JobRunner runner, Inbox inbox, ClosingConfig config) {
        this.closings = closings;
        this.kind = kind;
        this.jobs = jobs;
        this.runner = runner;
        this.inbox = inbox;
        this.config = config;
    }

    /** In the transaction that takes the statement back. */
    void wanted(@Observes Reissue reissue) {
        closings.of(reissue.month()).ifPresent(job -> jobs.again(job, reissue.partnerId()));
    }

    /** Outside any transaction. */
    void possible(@Observes Reissuable reissue) throws InterruptedException {
        if (inbox.awaitCaughtUp(config.catchUp())) {
            var job = RowScope.worker()
                    .call(() -> QuarkusTransaction.requiringNew().call(() -> closings.of(reissue.month())));
            job.ifPresent(its -> runner.now(kind, its, reissue.partnerId()));
        }
    }
}
