package dev.kontor.platform.idempotency;

import dev.kontor.platform.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets answers older than 48 hours of real time; api.md promises 24. */
@ApplicationScoped
class IdempotencyRetention {

    private final Database database;

    IdempotencyRetention(Database database) {
        this.database = database;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        database.sql("select kontor.forget_idempotency_keys()").exists();
    }
}
