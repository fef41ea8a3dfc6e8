package dev.kontor.customers.disconnects;

import dev.kontor.customers.due.DueWork;
import dev.kontor.platform.clock.ClockMoved;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Disconnects what is due, in the order of the days; every replica may try. */
@ApplicationScoped
class DueDisconnects {

    private final DisconnectSchedule schedule;
    private final Departures departures;
    private final Clock clock;

    DueDisconnects(DisconnectSchedule schedule, Departures departures, Clock clock) {
        this.schedule = schedule;
        this.departures = departures;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        DueWork.workOff(failed -> schedule.claim(clock.instant(), failed)
                .map(due -> new DueWork.Task(due.customerId(), () -> departures.depart(due))));
    }

    void onJump(@Observes ClockMoved moved) {
        run();
    }
}
