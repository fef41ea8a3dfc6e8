package dev.kontor.billing.periods;

import dev.kontor.billing.invariants.Invariants;
import dev.kontor.platform.clock.ClockMoved;
import dev.kontor.platform.messaging.Inbox;
import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Closes whatever is to be closed, month by month, several partners at a time; woken by requests, clock and timer. */
@ApplicationScoped
class ClosingRunner {

    private static final Logger LOG = Logger.getLogger(ClosingRunner.class);

    private final ClosingSteps steps;
    private final ClosingAttempt attempt;
    private final Invariants invariants;
    private final Inbox inbox;
    private final ClosingConfig config;
    private final ExecutorService coordinator = Executors.newSingleThreadExecutor(ClosingRunner::thread);
    private final ExecutorService workers;
    private final AtomicBoolean waiting = new AtomicBoolean();

    ClosingRunner(
            ClosingSteps steps, ClosingAttempt attempt, Invariants invariants, Inbox inbox, ClosingConfig config) {
        this.steps = steps;
        this.attempt = attempt;
        this.invariants = invariants;
        this.inbox = inbox;
        this.config = config;
        this.workers = Executors.newFixedThreadPool(config.workers(), ClosingRunner::thread);
    }

    void requested(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClosingRequested requested) {
        wake();
    }

    void moved(@Observes ClockMoved moved) {
        wake();
    }

    /** Also what takes up the work of a process that is gone. */
    @Scheduled(every = "${kontor.billing.closing.every:1s}")
    void wake() {
        if (waiting.compareAndSet(false, true)) {
            coordinator.execute(this::run);
        }
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
            RowScope.worker().run(steps::addDue);
            List<Closing> unfinished = RowScope.worker().call(steps::unfinished);
            if (!unfinished.isEmpty() && inbox.awaitCaughtUp(config.catchUp())) {
                for (Closing closing : unfinished) {
                    close(closing);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("Closing stopped; it goes on at the next tick", e);
        }
    }

    private void close(Closing closing) throws InterruptedException, ExecutionException {
        RowScope.worker().run(() -> steps.plan(closing));
        List<Callable<Void>> loops = IntStream.range(0, config.workers())
                .<Callable<Void>>mapToObj(worker -> () -> {
                    RowScope.worker().run(() -> work(closing));
                    return null;
                })
                .toList();
        for (Future<Void> loop : workers.invokeAll(loops)) {
            loop.get();
        }
        if (RowScope.worker().call(() -> steps.finish(closing))) {
            invariants.afterClosing(closing.month());
        }
    }

    private void work(Closing closing) {
        boolean some = true;
        while (some && !Thread.currentThread().isInterrupted()) {
            some = attempt.closeSome(closing);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "closing");
        thread.setDaemon(true);
        return thread;
    }
}
