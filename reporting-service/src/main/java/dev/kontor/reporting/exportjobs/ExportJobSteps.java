package dev.kontor.reporting.exportjobs;

import dev.kontor.platform.clock.RealTime;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.reporting.exports.ExportService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The steps of a job, each in a transaction of its own: after a crash whatever was not committed is done again. */
@ApplicationScoped
@Transactional
class ExportJobSteps {

    static final String NOT_FOUND = "not-found";

    private final ExportJobRows jobs;
    private final ExportJobItems items;
    private final ExportService exports;
    private final Outbox outbox;
    private final ExportJobConfig config;

    ExportJobSteps(
            ExportJobRows jobs, ExportJobItems items, ExportService exports, Outbox outbox, ExportJobConfig config) {
        this.jobs = jobs;
        this.items = items;
        this.exports = exports;
        this.outbox = outbox;
        this.config = config;
    }

    List<ExportJob> inTurn() {
        return jobs.inTurn();
    }

    List<ExportJobItems.Claim> claim(ExportJob job) {
        jobs.running(job);
        return items.claim(job, config.batch(), config.lease());
    }

    /** In the scope of whoever asked: whether it sees the customer. */
    boolean sees(ExportJob job, ExportJobItems.Claim claim) {
        return items.isSeen(job, claim);
    }

    /** Freezes one customer's dashboard, unless the claim was lost or the customer left meanwhile. */
    void export(ExportJob job, ExportJobItems.Claim claim) {
        if (!items.lock(job, claim)) {
            return;
        }
        if (!items.isThePartners(job, claim)) {
            items.refuse(job, claim, NOT_FOUND);
            return;
        }
        outbox.append(AccessDecided.fact(job, claim.customerId(), null));
        items.done(
                job,
                claim,
                exports.freezeFor(
                        claim.customerId(),
                        job.dashboardId(),
                        job.format(),
                        job.locale(),
                        job.requester().subject()));
    }

    /**
     * Refuses a customer. As at the gateway its access log tells of every refusal of its own partner, while somebody
     * else's customer has nothing to read about it, and is just not found.
     */
    void refuse(ExportJob job, ExportJobItems.Claim claim, String reason) {
        if (!items.lock(job, claim)) {
            return;
        }
        boolean partners = items.isThePartners(job, claim);
        if (partners) {
            outbox.append(AccessDecided.fact(job, claim.customerId(), reason));
        }
        items.refuse(job, claim, partners ? reason : NOT_FOUND);
    }

    /** Lets it be tried again, or gives up after some tries. */
    void failed(ExportJob job, ExportJobItems.Claim claim) {
        if (claim.attempts() < config.attempts()) {
            items.giveBack(job, claim, config.retryAfter());
        } else {
            items.refuse(job, claim, "failed");
        }
    }

    void later(ExportJob job, ExportJobItems.Claim claim) {
        items.giveBack(job, claim, config.retryAfter());
    }

    void finish(ExportJob job) {
        jobs.finish(job, RealTime.clock().instant());
    }

    void removeOld() {
        jobs.removeFinishedBefore(RealTime.clock().instant().minus(config.keep()));
    }
}
