package dev.kontor.platform.messaging;

import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the inbox from growing for ever. */
@ApplicationScoped
class InboxRetention {

    private final InboxRows rows;

    InboxRetention(InboxRows rows) {
        this.rows = rows;
    }

    @Scheduled(every = "6h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        RowScope.worker().run(() -> QuarkusTransaction.requiringNew().call(() -> {
            rows.forgetOld();
            return null;
        }));
    }
}
