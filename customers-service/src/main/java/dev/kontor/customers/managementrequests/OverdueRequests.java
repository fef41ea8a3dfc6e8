package dev.kontor.customers.managementrequests;

import dev.kontor.customers.due.DueWork;
import dev.kontor.platform.clock.ClockMoved;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Lets requests expire that nobody answered in 30 days, and tells so; readers see it by the clock before. */
@ApplicationScoped
class OverdueRequests {

    private final ManagementRequests requests;
    private final ManagementRequestService service;
    private final Clock clock;

    OverdueRequests(ManagementRequests requests, ManagementRequestService service, Clock clock) {
        this.requests = requests;
        this.service = service;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        DueWork.workOff(failed -> requests.claimOverdue(clock.instant(), failed)
                .map(request -> new DueWork.Task(request.id(), () -> service.expire(request))));
    }

    void onJump(@Observes ClockMoved moved) {
        run();
    }
}
