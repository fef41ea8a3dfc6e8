package dev.kontor.platform.messaging;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The relay's side of the outbox table; everything here works in the relay's transaction. */
@ApplicationScoped
class OutboxRows {

    private final Database database;

    OutboxRows(Database database) {
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

    record Backlog(long waiting, long oldestMillis) {

        double oldestSeconds() {
            return oldestMillis / 1_000.0;
        }
    }

    /** One relay at a time over all replicas: that, and reading by position, keeps the order per key. */
    boolean lockForThisTransaction() {
        return database.sql("select pg_try_advisory_xact_lock(hashtext('kontor.outbox'))")
                .one(Boolean.class);
    }

    List<Row> oldest(int limit) {
        return database.sql("select * from outbox order by position limit :limit")
                .with("limit", limit)
                .list(Row.class);
    }

    void delete(List<Row> published) {
        database.sql("delete from outbox where position = any(:positions)")
                .with("positions", published.stream().map(Row::position).toArray(Long[]::new))
                .update();
    }

    Backlog backlog() {
        return database.sql(
                        """
                        select count(*) as waiting,
                            coalesce(cast(1000 * extract(epoch from clock_timestamp() - min(created_at)) as bigint), 0)
                                as oldest_millis
                        from outbox""")
                .one(Backlog.class);
    }
}
