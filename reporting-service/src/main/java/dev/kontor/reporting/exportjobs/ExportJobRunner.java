package dev.kontor.reporting.exportjobs;

import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.Problem;
import dev.kontor.reporting.copies.KnownCustomers;
import dev.kontor.reporting.copies.PartnerAssistance;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Works on whatever jobs there are, several customers at a time and one partner after the other; woken by orders and by a
 * timer.
 */
@ApplicationScoped
class ExportJobRunner {

    private static final Logger LOG = Logger.getLogger(ExportJobRunner.class);
    private static final int UNAVAILABLE = 503;

    private final ExportJobSteps steps;
    private final PartnerAssistance assistance;
    private final KnownCustomers customers;
    private final ExportJobConfig config;
    private final ExecutorService coordinator = Executors.newSingleThreadExecutor(ExportJobRunner::thread);
    private final ExecutorService workers;
    private final AtomicBoolean waiting = new AtomicBoolean();

    ExportJobRunner(
            ExportJobSteps steps, PartnerAssistance assistance, KnownCustomers customers, ExportJobConfig config) {
        this.steps = steps;
        this.assistance = assistance;
        this.customers = customers;
        this.config = config;
        this.workers = Executors.newFixedThreadPool(config.workers(), ExportJobRunner::thread);
    }

    void requested(@Observes(during = TransactionPhase.AFTER_SUCCESS) ExportJobRequested requested) {
        wake();
    }

    /** Also what takes up the work of a process that is gone. */
    @Scheduled(every = "${kontor.reporting.export-jobs.every:1s}")
    void wake() {
        if (waiting.compareAndSet(false, true)) {
            coordinator.execute(this::run);
        }
    }

    @Scheduled(every = "6h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeOld() {
        RowScope.worker().run(steps::removeOld);
    }

    @PreDestroy
    void stop() {
        coordinator.shutdownNow();
        workers.shutdownNow();
    }

    private void run() {
        // Whoever wakes from here on gets a run of its own: this one may have looked already.
        waiting.set(false);
        try {
            boolean more = true;
            while (more) {
                more = false;
                for (ExportJob job : RowScope.worker().call(steps::inTurn)) {
                    more |= work(job);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("Exporting stopped; it goes on at the next tick", e);
        }
    }

    /** Some customers of a job; then every other partner has its turn. Answers whether there were any. */
    private boolean work(ExportJob job) throws InterruptedException, ExecutionException {
        List<Callable<Boolean>> turns =
                Collections.nCopies(config.workers(), () -> RowScope.worker().call(() -> turn(job)));
        boolean any = false;
        for (Future<Boolean> turn : workers.invokeAll(turns)) {
            any |= turn.get();
        }
        RowScope.worker().run(() -> steps.finish(job));
        return any;
    }

    private boolean turn(ExportJob job) {
        List<ExportJobItems.Claim> claims = steps.claim(job);
        export(job, claims);
        return !claims.isEmpty();
    }

    /**
     * What is frozen shows the newest names and logos, as a single export does. Once customers-service is away the copy
     * serves the rest of these customers: waiting for it at each of them would cost their lease.
     */
    private void export(ExportJob job, List<ExportJobItems.Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        boolean answers = refreshed(() -> customers.refreshPartner(job.partnerId()));
        for (ExportJobItems.Claim claim : claims) {
            answers = answers && refreshed(() -> customers.refreshCustomer(claim.customerId()));
            export(job, claim);
        }
    }

    private static boolean refreshed(BooleanSupplier refresh) {
        try {
            return refresh.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.warn("The copy could not be brought up to date", e);
            return false;
        }
    }

    /**
     * First whether the customer is seen, then whether it consents, as for every call (domain.md, "Order of refusals").
     * Consent is asked outside of a transaction, since that may need a call.
     */
    private void export(ExportJob job, ExportJobItems.Claim claim) {
        try {
            if (!job.asRequester().call(() -> steps.sees(job, claim))) {
                steps.refuse(job, claim, ExportJobSteps.NOT_FOUND);
            } else if (!assistance.covers(claim.customerId(), job.partnerId())) {
                steps.refuse(job, claim, "partner-assistance-off");
            } else {
                steps.export(job, claim);
            }
        } catch (Problem problem) {
            if (problem.status() == UNAVAILABLE) {
                steps.later(job, claim);
            } else {
                failed(job, claim, problem);
            }
        } catch (RuntimeException e) {
            failed(job, claim, e);
        }
    }

    private void failed(ExportJob job, ExportJobItems.Claim claim, RuntimeException cause) {
        LOG.errorf(cause, "The dashboard %s of %s could not be exported", job.dashboardId(), claim.customerId());
        steps.failed(job, claim);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "export-jobs");
        thread.setDaemon(true);
        return thread;
    }
}
