package dev.kontor.customers.customers;

import dev.kontor.customers.due.Refolding;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the names and external ids of customers folded as they are folded now; the hour is for what an older replica wrote meanwhile. */
@ApplicationScoped
class FoldedCustomers {

    private final Customers customers;

    FoldedCustomers(Customers customers) {
        this.customers = customers;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refold() {
        Refolding.workOff(customers::foldedOtherwise, customers::fold);
    }
}
