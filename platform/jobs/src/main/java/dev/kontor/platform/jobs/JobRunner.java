package dev.kontor.platform.jobs;

import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The runners of this process. Each takes what is next, so that partners take turns; no partner ever has all of them, and an
 * item that has to wait keeps none.
 */
@ApplicationScoped
public class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final Duration NOTHING_TO_CLAIM = Duration.ofMillis(200);
    private static final Duration NOT_READY = Duration.ofSeconds(1);

    private final JobSteps steps;
    private final JobsConfig config;
    private final Bell bell = new Bell();
    private final Map<Turn, Integer> running = new HashMap<>();
    private final ExecutorService threads;
    private volatile boolean stopped;

    JobRunner(JobSteps steps, JobsConfig config) {
        this.steps = steps;
        this.config = config;
        this.threads = Executors.newFixedThreadPool(config.runners(), work -> {
            var thread = new Thread(work, "jobs");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start(@Observes StartupEvent started) {
        for (var i = 0; i < config.runners(); i++) {
            threads.execute(() -> RowScope.worker().run(this::run));
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped = true;
        threads.shutdownNow();
        if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
            LOG.info("What was being done is done again after its lease");
        }
    }

    void added(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobsAdded added) {
        bell.ring();
    }

    /** Ends what a runner that died left to be ended. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        RowScope.worker().run(() -> steps.unended().forEach(steps::finish));
    }

    @Scheduled(every = "6h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeOld() {
        RowScope.worker().run(steps::removeOld);
    }

    /** Performs one item on this thread, outside any transaction, unless somebody else is at it. */
    public <P> void now(JobKind<P> kind, Job<P> job, UUID item) {
        RowScope.worker().run(() -> {
            steps.claim(kind, job, item).ifPresent(its -> perform(kind, its));
            steps.finish(job.id());
        });
    }

    private void run() {
        try {
            while (!stopped) {
                var heard = bell.rung();
                if (!serve()) {
                    bell.await(heard, config.every());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean serve() {
        try {
            var work = next();
            work.ifPresent(this::serve);
            return work.isPresent();
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.warn("Jobs stopped; they go on in a moment", e);
            }
            return false;
        }
    }

    /** One runner looks at a time, so that none takes a turn that another has just filled. */
    private synchronized Optional<JobSteps.Work<?>> next() {
        var full = running.entrySet().stream()
                .filter(turn -> turn.getValue() >= steps.runners(turn.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var work = steps.next(full);
        work.ifPresent(its -> running.merge(its.turn(), 1, Integer::sum));
        return work;
    }

    private synchronized void left(Turn turn) {
        running.computeIfPresent(turn, (its, runners) -> runners == 1 ? null : runners - 1);
    }

    private void serve(JobSteps.Work<?> work) {
        try {
            work(work);
        } finally {
            left(work.turn());
        }
    }

    private <P> void work(JobSteps.Work<P> work) {
        var kind = work.kind();
        var job = work.job();
        var some = !work.items().isEmpty();
        try {
            if (kind instanceof TogetherKind<P> together && !together.isReady(job)) {
                steps.rest(job, NOT_READY);
                return;
            }
            if (job.state() == JobState.QUEUED) {
                steps.begin(kind, job);
                some = true;
            } else if (kind instanceof TogetherKind<P> together) {
                some = together(together, job);
            } else if (some) {
                kind.claimed(job, work.items().stream().map(Item::id).toList());
                work.items().forEach(item -> perform(kind, item));
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "The job %s can't go on, and is tried again", job.shownId());
            some = false;
        }
        if (!finished(kind, job) && !some) {
            // Others are at all that is due.
            steps.rest(job, NOTHING_TO_CLAIM);
        }
    }

    private <P> boolean finished(JobKind<P> kind, Job<P> job) {
        var ended = steps.finish(job.id());
        if (ended) {
            kind.finished(job);
        }
        return ended;
    }

    private <P> boolean together(TogetherKind<P> kind, Job<P> job) {
        try {
            return steps.together(kind, job);
        } catch (RuntimeException e) {
            LOG.infof("Some of %s can't be done together: %s", job.shownId(), e.getMessage());
            var alone = steps.claim(kind, job);
            alone.forEach(item -> perform(kind, item));
            return !alone.isEmpty();
        }
    }

    private <P> void perform(JobKind<P> kind, Item<P> item) {
        try {
            steps.end(item, inScope(kind, item));
        } catch (RuntimeException e) {
            if (!(e instanceof Problem)) {
                LOG.errorf(
                        e,
                        "%s of %s failed in %s",
                        kind.code(),
                        item.id(),
                        item.job().shownId());
            }
            steps.end(item, () -> kind.failed(item, e));
        }
    }

    /** As whoever asked: with the role and the scopes of its token, and what holds of it and of its partner by now. */
    private <P> Ending inScope(JobKind<P> kind, Item<P> item) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            if (item.job().asker() == null) {
                return kind.perform(item);
            }
            var partner = item.job().partnerId();
            var asker = steps.asker(item.job());
            requireAllowed(kind.needs(item.job().parameters()), asker);
            return RowScope.tenant(partner, asker.subject(), asker.seesAll(), asker.programs())
                    .call(() -> kind.perform(item.by(asker)));
        } finally {
            request.terminate();
        }
    }

    private static void requireAllowed(Needs needs, Asker asker) {
        if (needs.permission() != null && !asker.permissions().contains(needs.permission())) {
            throw Problems.roleRequired();
        }
        var program = needs.program();
        if (program != null && !asker.programs().contains(program)) {
            throw Problems.programRequired(program);
        }
    }
}
