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

    List<ExportJob> unfinished() {
        return jobs.unfinished();
    }

    List<ExportJobItems.Claim> claim(ExportJob job) {
        jobs.running(job);
        return items.claim(job, config.batch(), config.lease());
    }

    /** Freezes one customer's dashboard, unless the claim was lost or the customer is out of sight. */
    void export(ExportJob job, ExportJobItems.Claim claim) {
        if (!items.lock(job, claim)) {
            return;
        }
        if (!items.isVisible(job, claim)) {
            items.refuse(job, claim, "not-found");
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

    /** A customer that does not consent is refused, and its refusal recorded. */
    void refuseWithoutConsent(ExportJob job, ExportJobItems.Claim claim) {
        if (!items.lock(job, claim)) {
            return;
        }
        String reason = items.isVisible(job, claim) ? "partner-assistance-off" : "not-found";
        if (reason.equals("partner-assistance-off")) {
            outbox.append(AccessDecided.fact(job, claim.customerId(), reason));
        }
        items.refuse(job, claim, reason);
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
