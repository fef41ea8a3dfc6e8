package dev.kontor.customers.bulk;

import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Works jobs off, customer by customer, each in a transaction of its own. What was being done as a replica died is done
 * again once its lease is over: every operation may be repeated.
 */
@ApplicationScoped
class BulkRunner {

    private static final Logger LOG = Logger.getLogger(BulkRunner.class);

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(2);
    private static final int MOST_ATTEMPTS = 10;

    /** So many customers of one job, then it is the turn of the job that waited longest. */
    private static final int AT_A_TIME = 50;

    private final BulkJobs jobs;
    private final BulkOperations operations;

    BulkRunner(BulkJobs jobs, BulkOperations operations) {
        this.jobs = jobs;
        this.operations = operations;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        var job = asWorker(() -> jobs.claim(LEASE));
        while (job.isPresent()) {
            work(job.get());
            job = asWorker(() -> jobs.claim(LEASE));
        }
    }

    private void work(BulkJob job) {
        var pause = Duration.ZERO;
        for (var done = 0; done < AT_A_TIME && pause.isZero(); done++) {
            var next = asWorker(() -> jobs.next(job.id(), LEASE));
            if (next.isEmpty()) {
                asWorker(() -> {
                    jobs.finish(job.id());
                    return null;
                });
                return;
            }
            pause = tryOut(job, next.get());
        }
        var leave = pause;
        asWorker(() -> {
            jobs.lease(job.id(), leave);
            return null;
        });
    }

    /** Answers how long to wait before that customer is tried again; zero where it is finished. */
    private Duration tryOut(BulkJob job, BulkJobs.Next next) {
        Outcome outcome;
        try {
            outcome = RowScope.tenant(job.partnerId(), job.subject(), job.seesAll(), job.programs())
                    .call(() -> operations.perform(job, next.customerId()));
        } catch (Problem problem) {
            if (problem.status() == 503 && next.attempts() < MOST_ATTEMPTS) {
                return PAUSE_WHILE_AWAY;
            }
            outcome = Outcome.refused(problem);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s of customer %s failed", job.operation().code(), next.customerId());
            if (next.attempts() < MOST_ATTEMPTS) {
                return PAUSE_WHILE_AWAY;
            }
            outcome = Outcome.refused(500, "internal-error", Map.of());
        }
        var known = outcome;
        asWorker(() -> {
            jobs.keep(job.id(), next.position(), known);
            return null;
        });
        return Duration.ZERO;
    }

    private static <T> T asWorker(Supplier<T> work) {
        return RowScope.worker().call(() -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
