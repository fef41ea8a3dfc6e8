package dev.kontor.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.security.rows.RowScope;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** What could not be taken in: to be read by whoever runs the service, and tried again once the cause is gone. */
@ApplicationScoped
public class DeadLetters {

    private static final int MOST_LISTED = 200;
    private static final String COLUMNS = "id, topic, key, type, partner_id, time, payload, error, failed_at";

    private final AgroalDataSource database;
    private final Intake intake;
    private final ObjectMapper mapper;

    DeadLetters(AgroalDataSource database, Intake intake, ObjectMapper mapper) {
        this.database = database;
        this.intake = intake;
        this.mapper = mapper;
    }

    /** One record that was given up; its payload stays in the database. */
    public record DeadLetter(UUID id, String topic, String key, String type, String error, Instant failedAt) {}

    /** The oldest 200. */
    public List<DeadLetter> list() {
        return inTransaction(() -> query(
                "select " + COLUMNS + " from dead_letter order by failed_at limit " + MOST_LISTED,
                null,
                rows -> new DeadLetter(
                        rows.getObject("id", UUID.class),
                        rows.getString("topic"),
                        rows.getString("key"),
                        rows.getString("type"),
                        rows.getString("error"),
                        rows.getObject("failed_at", OffsetDateTime.class).toInstant())));
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
            var found = query("delete from dead_letter where id = ? returning " + COLUMNS, id, this::fact);
            found.forEach(intake::takeInAgain);
            return !found.isEmpty();
        });
    }

    private ReceivedFact fact(ResultSet rows) throws SQLException {
        try {
            var payload = rows.getString("payload");
            var body = payload == null ? null : mapper.readTree(payload);
            return new ReceivedFact(
                    rows.getObject("id", UUID.class),
                    rows.getString("topic"),
                    rows.getString("key"),
                    rows.getString("type"),
                    rows.getObject("partner_id", UUID.class),
                    rows.getObject("time", OffsetDateTime.class).toInstant(),
                    Intake.part(body, "event"),
                    Intake.part(body, "state"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("still unreadable", e);
        }
    }

    private interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> List<T> query(String sql, UUID id, Row<T> row) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            if (id != null) {
                statement.setObject(1, id);
            }
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(row.read(rows));
                }
                return found;
            }
        }
    }

    private static <T> T inTransaction(Callable<T> work) {
        return RowScope.worker().call(() -> QuarkusTransaction.requiringNew().call(work));
    }
}
