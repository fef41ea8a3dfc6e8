package dev.kontor.billing.periods;

import dev.kontor.platform.clock.ClockMoved;
import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Has months closed whose time has come. */
@ApplicationScoped
class ClosingTimer {

    private final DueMonths due;

    ClosingTimer(DueMonths due) {
        this.due = due;
    }

    void moved(@Observes ClockMoved moved) {
        look();
    }

    @Scheduled(every = "${kontor.billing.closing.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        RowScope.worker().run(due::add);
    }
}
