package dev.kontor.customers.groups;

import dev.kontor.customers.due.Refolding;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the names of groups folded as they are folded now; the hour is for what an older replica wrote meanwhile. */
@ApplicationScoped
class FoldedGroups {

    private final CustomerGroups groups;

    FoldedGroups(CustomerGroups groups) {
        this.groups = groups;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refold() {
        Refolding.workOff(groups::foldedOtherwise, groups::fold);
    }
}
