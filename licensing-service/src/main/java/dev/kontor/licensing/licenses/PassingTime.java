package dev.kontor.licensing.licenses;

import dev.kontor.platform.clock.ClockMoved;
import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Notices that statuses changed by time alone, so that others learn of it within a second or two. */
@ApplicationScoped
class PassingTime {

    private static final int BATCH = 200;

    private final DueChanges due;

    PassingTime(DueChanges due) {
        this.due = due;
    }

    @Scheduled(identity = "license-status", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everySecond() {
        tellAllDue();
    }

    void afterJump(@Observes ClockMoved moved) {
        tellAllDue();
    }

    private void tellAllDue() {
        int told;
        do {
            told = RowScope.worker().call(() -> due.tell(BATCH));
        } while (told == BATCH);
    }
}
