package dev.kontor.platform.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** What could not be taken in: to be read by whoever runs the service, and tried again once the cause is gone. */
@ApplicationScoped
public class DeadLetters {

    private static final int MOST_LISTED = 200;

    private final Database database;
    private final Intake intake;

    DeadLetters(Database database, Intake intake) {
        this.database = database;
        this.intake = intake;
    }

    /** One record that was given up; its payload stays in the database. */
    public record DeadLetter(UUID id, String topic, String key, String type, String error, Instant failedAt) {}

    /** The oldest 200. */
    public List<DeadLetter> list() {
        return inTransaction(() -> database.sql("select * from dead_letter order by failed_at limit :most")
                .with("most", MOST_LISTED)
                .list(DeadLetter.class));
    }

    /**
     * Takes one in again and removes it, in one transaction.
     *
     * @return false where there is no such letter
     * @throws RuntimeException what the consumer threw; the letter then stays
     */
    public boolean replay(UUID id) {
        return inTransaction(() -> {
            // Removed first, which also locks it; a refusal puts it back with the transaction.
            var found = database.sql("delete from dead_letter where id = :id returning *")
                    .with("id", id)
                    .first(this::fact);
            found.ifPresent(intake::takeInAgain);
            return found.isPresent();
        });
    }

    private ReceivedFact fact(Row row) {
        var body = row.json("payload", JsonNode.class);
        return new ReceivedFact(
                row.id("id"),
                row.text("topic"),
                row.text("key"),
                row.text("type"),
                row.id("partner_id"),
                row.instant("time"),
                Intake.part(body, "event"),
                Intake.part(body, "state"));
    }

    private static <T> T inTransaction(Callable<T> work) {
        return RowScope.worker().call(() -> QuarkusTransaction.requiringNew().call(work));
    }
}
