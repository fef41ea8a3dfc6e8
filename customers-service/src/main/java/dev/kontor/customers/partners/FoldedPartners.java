package dev.kontor.customers.partners;

import dev.kontor.customers.due.Refolding;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the names of partners folded as they are folded now; the hour is for what an older replica wrote meanwhile. */
@ApplicationScoped
class FoldedPartners {

    private final Partners partners;

    FoldedPartners(Partners partners) {
        this.partners = partners;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refold() {
        Refolding.workOff(partners::foldedOtherwise, partners::fold);
    }
}
