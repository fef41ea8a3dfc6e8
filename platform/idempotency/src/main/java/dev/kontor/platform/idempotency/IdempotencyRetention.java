package dev.kontor.platform.idempotency;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Forgets answers older than 48 hours of real time; api.md promises 24. */
@ApplicationScoped
class IdempotencyRetention {

    private final AgroalDataSource database;

    IdempotencyRetention(AgroalDataSource database) {
        this.database = database;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select kontor.forget_idempotency_keys()")) {
            statement.execute();
        }
    }
}
