package dev.kontor.platform.messaging;

import dev.kontor.platform.security.rows.RowScope;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** How many facts wait for Kafka, and for how long the oldest has: the first figure to look at when a copy is stale. */
@ApplicationScoped
class OutboxMetrics {

    private final OutboxRows rows;
    private volatile OutboxRows.Backlog backlog = new OutboxRows.Backlog(0, 0);

    OutboxMetrics(OutboxRows rows, MeterRegistry registry) {
        this.rows = rows;
        registry.gauge("kontor.outbox.waiting", this, self -> self.backlog.waiting());
        registry.gauge("kontor.outbox.oldest.seconds", this, self -> self.backlog.oldestSeconds());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        backlog = RowScope.worker().call(() -> QuarkusTransaction.requiringNew().call(rows::backlog));
    }
}
