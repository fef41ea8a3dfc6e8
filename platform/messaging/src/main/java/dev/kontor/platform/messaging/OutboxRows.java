package dev.kontor.platform.messaging;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The relay's side of the outbox table; everything here works in the relay's transaction. */
@ApplicationScoped
class OutboxRows {

    private final AgroalDataSource database;

    OutboxRows(AgroalDataSource database) {
        this.database = database;
    }

    record Row(
            long position,
            UUID id,
            String topic,
            Integer partition,
            String key,
            String type,
            UUID partnerId,
            String payload,
            String traceparent,
            Instant createdAt) {}

    record Backlog(long waiting, double oldestSeconds) {}

    /** One relay at a time over all replicas: that, and reading by position, keeps the order per key. */
    boolean lockForThisTransaction() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_try_advisory_xact_lock(hashtext('kontor.outbox'))")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    List<Row> oldest(int limit) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select * from outbox order by position limit ?")) {
            statement.setInt(1, limit);
            try (var rows = statement.executeQuery()) {
                var batch = new ArrayList<Row>();
                while (rows.next()) {
                    batch.add(row(rows));
                }
                return batch;
            }
        }
    }

    void delete(List<Row> published) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("delete from outbox where position = any(?)")) {
            var positions = published.stream().map(Row::position).toArray();
            statement.setArray(1, connection.createArrayOf("bigint", positions));
            statement.executeUpdate();
        }
    }

    Backlog backlog() throws SQLException {
        var sql =
                """
                select count(*), coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) from outbox""";
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return new Backlog(rows.getLong(1), rows.getDouble(2));
        }
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getLong("position"),
                rows.getObject("id", UUID.class),
                rows.getString("topic"),
                rows.getObject("partition", Integer.class),
                rows.getString("key"),
                rows.getString("type"),
                rows.getObject("partner_id", UUID.class),
                rows.getString("payload"),
                rows.getString("traceparent"),
                rows.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
