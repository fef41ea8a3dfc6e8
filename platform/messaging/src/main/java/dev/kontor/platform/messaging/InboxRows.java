package dev.kontor.platform.messaging;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The seen marks, in the transaction of the work they stand for. */
@ApplicationScoped
class InboxRows {

    private final AgroalDataSource database;

    InboxRows(AgroalDataSource database) {
        this.database = database;
    }

    /** Marks those of {@code ids} that were not seen before, and says which they are. */
    Set<UUID> markSeen(Collection<UUID> ids) throws SQLException {
        var sql = "insert into inbox (id) select distinct unnest(?) on conflict do nothing returning id";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = statement.executeQuery()) {
                var fresh = new HashSet<UUID>();
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
                return fresh;
            }
        }
    }

    /** Forgets marks older than a topic keeps its records. */
    void forgetOld() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "delete from inbox where seen_at < clock_timestamp() - interval '35 days'")) {
            statement.executeUpdate();
        }
    }

    void bury(ReceivedFact fact, String payload, String error) throws SQLException {
        try (var connection = database.getConnection();
                var statement = insertDeadLetter(connection)) {
            statement.setObject(1, fact.id());
            statement.setString(2, fact.topic());
            statement.setString(3, fact.key());
            statement.setString(4, fact.type());
            statement.setObject(5, fact.partnerId());
            statement.setObject(6, fact.time().atOffset(ZoneOffset.UTC));
            statement.setString(7, payload);
            statement.setString(8, error);
            statement.executeUpdate();
        }
    }

    private static PreparedStatement insertDeadLetter(Connection connection) throws SQLException {
        return connection.prepareStatement(
                """
                insert into dead_letter (id, topic, key, type, partner_id, time, payload, error)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""");
    }
}
