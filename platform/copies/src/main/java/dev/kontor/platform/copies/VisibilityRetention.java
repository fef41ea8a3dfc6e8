package dev.kontor.platform.copies;

import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.security.rows.Visibility;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps what late answers are compared with from growing for ever. */
@ApplicationScoped
class VisibilityRetention {

    private final Visibility visibility;

    VisibilityRetention(Visibility visibility) {
        this.visibility = visibility;
    }

    @Scheduled(every = "10m", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        RowScope.worker().run(() -> QuarkusTransaction.requiringNew().run(visibility::forget));
    }
}
