package dev.kontor.customers.assistance;

import dev.kontor.customers.due.DueWork;
import dev.kontor.platform.clock.ClockMoved;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Writes down that consents given until a date have ended; that they have, everybody sees by the clock before. */
@ApplicationScoped
class ExpiredConsents {

    private final Assistances assistances;
    private final AssistanceService service;
    private final Clock clock;

    ExpiredConsents(Assistances assistances, AssistanceService service, Clock clock) {
        this.assistances = assistances;
        this.service = service;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        DueWork.workOff(failed -> assistances
                .claimExpired(clock.instant(), failed)
                .map(ended -> new DueWork.Task(ended.customerId(), () -> service.expire(ended))));
    }

    void onJump(@Observes ClockMoved moved) {
        run();
    }
}
