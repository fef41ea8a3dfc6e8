package dev.kontor.customers.access;

import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends records on the consent topic whose time is over, so that it stays as small as what holds. */
@ApplicationScoped
class ForgottenAccess {

    private final AccessService access;

    ForgottenAccess(AccessService access) {
        this.access = access;
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        RowScope.worker().run(access::forget);
    }
}
